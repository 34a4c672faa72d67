package org.postbag.bot.doctor;

/** How a check went, from best to worst. */
public enum Status {
    /** There is nothing to try: the configuration does not ask for this part. */
    NOT_SET_UP("skipped", "not set up"),
    /** It could not be tried here, which says nothing about the part. */
    SKIPPED("skipped", "skipped"),
    OK("ok", "ok"),
    /** It works, but something about it will trouble somebody. */
    WARNING("warning", "warning"),
    FAILED("failed", "failed");

    private final String word;
    private final String mark;

    Status(String word, String mark) {
        this.word = word;
        this.mark = mark;
    }

    /** As scripts read it: ok, warning, failed or skipped. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String mark() {
        return mark;
    }
}
