package org.postbag.bot.telegram.rate;

/**
 * The gate's word on one message. When {@link #granted}, the message leaves now, and {@link #answered} is called as soon
 * as it is known what became of it. Otherwise the gate was closed or the thread interrupted: nothing was sent, and
 * nothing may be.
 */
public final class Permit {
    /** What the gate does when the answer is there. */
    interface Release {
        void answered();
    }

    private final boolean granted;
    private final Release release;

    private Permit(boolean granted, Release release) {
        this.granted = granted;
        this.release = release;
    }

    static Permit granted(Release release) {
        return new Permit(true, release);
    }

    static Permit refused() {
        return new Permit(false, () -> {});
    }

    public boolean granted() {
        return granted;
    }

    /** To be called in a {@code finally}, whatever the answer was and also when none came; again does nothing. */
    public void answered() {
        release.answered();
    }
}
