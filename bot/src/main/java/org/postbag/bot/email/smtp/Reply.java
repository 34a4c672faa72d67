package org.postbag.bot.email.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a server answered to one command (RFC 5321, 4.2).
 *
 * @param status its enhanced status code such as {@code 5.1.1} (RFC 2034), or empty
 * @param said its words on one line without codes and addresses, at most 200 characters
 */
record Reply(int code, String status, String said) {
    private static final int LONGEST_READ = 4000;
    private static final int LONGEST_SAID = 200;
    private static final Pattern LINE =
            Pattern.compile("(?:\\d{3}(?:[ -]|$))?(?:([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s+|$))?(.*)");
    private static final Pattern ADDRESS = Pattern.compile("<[^<>]*>|\\S+@\\S+");
    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\s]+");

    /**
     * @param text all lines as they came
     */
    static Reply read(int code, String text) {
        String bounded = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        Matcher first = LINE.matcher(bounded.lines().findFirst().orElse(""));
        String status = first.matches() && first.group(1) != null ? first.group(1) : "";
        return new Reply(code, status, words(bounded));
    }

    /** Someone else's text made fit for a log: one line, bounded, without addresses. */
    static String words(String text) {
        String joined = text.lines()
                .map(line -> {
                    Matcher parts = LINE.matcher(line);
                    return parts.matches() ? parts.group(2) : line;
                })
                .collect(Collectors.joining(" "));
        String plain = SPACE.matcher(ADDRESS.matcher(joined).replaceAll("<…>")).replaceAll(" ");
        String stripped = plain.strip();
        return stripped.codePointCount(0, stripped.length()) <= LONGEST_SAID
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST_SAID));
    }

    /** 421: the server closes the connection, whatever was asked. */
    boolean closing() {
        return code == 421;
    }

    boolean temporary() {
        return code >= 400 && code < 500;
    }

    boolean permanent() {
        return code >= 500 && code < 600;
    }

    /** For an operator: the codes and the words. */
    @Override
    public String toString() {
        return code + (status.isEmpty() ? "" : " " + status) + (said.isEmpty() ? "" : " " + said);
    }
}
