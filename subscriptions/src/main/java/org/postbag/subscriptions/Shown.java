package org.postbag.subscriptions;

/** Puts what somebody typed into a message: one line, no control characters, not longer than a line. */
public final class Shown {

    private static final int MAX = 80;

    private Shown() {}

    public static String of(String typed) {
        StringBuilder shown = new StringBuilder();
        typed.codePoints()
                .limit(MAX)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .forEach(shown::appendCodePoint);
        return typed.codePointCount(0, typed.length()) > MAX ? shown.append('…').toString() : shown.toString();
    }
}
