package org.postbag.bot.email.bounce;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds enhanced status codes (RFC 3463) and SMTP reply codes (RFC 5321) among a mail system's words. */
final class StatusCodes {
    // Neither part of a longer number nor of an IP address; details above 7 in the middle are of no standard.
    private static final String CODE = "([245]\\.[0-7]\\.[0-9]{1,3})(?![0-9]|\\.[0-9])";
    private static final Pattern AFTER_REPLY = Pattern.compile("(?<![0-9.])[245][0-9]{2}[- :,;<]{1,3}#?" + CODE);
    private static final Pattern MARKED = Pattern.compile("#" + CODE);
    private static final Pattern ANYWHERE = Pattern.compile("(?<![0-9.])" + CODE);
    private static final Pattern REPLY =
            Pattern.compile("(?<![0-9.A-Za-z#=])([45])[0-9]{2}(?=[- :]|$)(?! ?(?:octets|bytes|KB|MB|hours?))");

    private StatusCodes() {}

    /** A field's value such as {@code 5.1.1 (bad mailbox)}; empty when it holds no code. */
    static String in(String text) {
        for (Pattern form : new Pattern[] {AFTER_REPLY, MARKED, ANYWHERE}) {
            String generic = "";
            Matcher matcher = form.matcher(text);
            while (matcher.find()) {
                String code = matcher.group(1);
                if (!isGeneric(code)) return code;
                if (generic.isEmpty()) generic = code;
            }
            if (!generic.isEmpty()) return generic;
        }
        return "";
    }

    /** Whether a code says no more than success, for now, or for good. */
    static boolean isGeneric(String code) {
        return code.isEmpty() || code.endsWith(".0.0");
    }

    /** The more telling of a status field and what the other system said. */
    static String better(String status, String diagnostic) {
        String other = in(diagnostic);
        if (status.isEmpty()) return other;
        return isGeneric(status) && !isGeneric(other) ? other : status;
    }

    /** {@code '4'} or {@code '5'}, whether it was refused for now or for good; {@code ' '} when nothing says. */
    static char severity(String status, String text) {
        if (!status.isEmpty()) return status.charAt(0);
        Matcher reply = REPLY.matcher(text);
        return reply.find() ? reply.group(1).charAt(0) : ' ';
    }
}
