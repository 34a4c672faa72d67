package org.postbag.bot.doctor;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what a check finds while it runs, so that one that hangs has said how far it came. The worst of what is noted is
 * the check's status. Thread safe.
 */
final class Notes {
    private static final int LONGEST = 400;

    private final List<String> found = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private Status status = Status.NOT_SET_UP;
    private String step = "";

    /** What is being done now, as it reads behind "while". */
    synchronized void trying(String doing) {
        step = doing;
    }

    synchronized void ok(String what) {
        note(Status.OK, what, "");
    }

    synchronized void warn(String what, String toDo) {
        note(Status.WARNING, what, toDo);
    }

    synchronized void fail(String what, String toDo) {
        note(Status.FAILED, what, toDo);
    }

    synchronized void skip(String what, String toDo) {
        note(Status.SKIPPED, what, toDo);
    }

    synchronized void notSetUp(String what) {
        note(Status.NOT_SET_UP, what, "");
    }

    /** The check did not end in its time. */
    synchronized void late(long seconds) {
        String at = step.isEmpty() ? "" : " while " + step;
        note(
                Status.FAILED,
                "no end within " + seconds + " s" + at,
                "see whether the part is overloaded, or a firewall swallows what is sent to it");
    }

    synchronized Finding finding() {
        return new Finding(status, String.join("; ", found), String.join("; ", advice));
    }

    private void note(Status worse, String what, String toDo) {
        if (worse.compareTo(status) > 0) status = worse;
        if (!what.isEmpty()) found.add(line(what));
        if (!toDo.isEmpty() && !advice.contains(line(toDo))) advice.add(line(toDo));
    }

    /** One line of bounded length without control characters: servers write to terminals through it. */
    static String line(String text) {
        String line =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u2028\\u2029]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
