package org.postbag.bot.telegram.rate;

import java.util.List;

/**
 * What holds for one chat: one message a second with short bursts, so many a minute to a group or channel, and a pause
 * when Telegram asks for one. Arithmetic only; {@link RateGate} locks and waits. Times are nanoseconds of its clock.
 */
final class ChatLimits {
    private static final long SECOND = 1_000_000_000L;

    private final EvenSpacing spacing;
    private final List<AnsweredWindow> windows;
    private long heldUntil;

    ChatLimits(String chat, Limits limits) {
        spacing = new EvenSpacing(SECOND, limits.chatBurst());
        AnsweredWindow second = new AnsweredWindow(limits.chatBurst(), SECOND);
        boolean group = chat.startsWith("-") || chat.startsWith("@");
        windows = group ? List.of(second, new AnsweredWindow(limits.groupPerMinute(), 60 * SECOND)) : List.of(second);
    }

    /** When the next message may go on to the global budget, or when to ask again. */
    long earliest(long now, RoundTrips trips) {
        long earliest = Math.max(heldUntil, spacing.earliest());
        for (AnsweredWindow window : windows) earliest = Math.max(earliest, window.earliest(now, trips));
        return earliest;
    }

    /** Takes a place for a message that will leave when the global budget has one too. */
    void hold(Departure departure, long now) {
        spacing.take(now);
        for (AnsweredWindow window : windows) window.hold(departure);
    }

    void giveBack(Departure departure) {
        for (AnsweredWindow window : windows) window.giveBack(departure);
    }

    void answered(Departure departure) {
        for (AnsweredWindow window : windows) window.answered(departure);
    }

    void holdUntil(long moment) {
        heldUntil = Math.max(heldUntil, moment);
    }

    /** 0 or a moment past when Telegram has not asked for a pause. */
    long heldUntil() {
        return heldUntil;
    }
}
