package org.postbag.posts.collect.feed;

import org.jspecify.annotations.Nullable;

/**
 * The end of a date: time, half of the day, zone. {@code 10:14:55.25Z}, {@code 9:15-05:00}, {@code 1014}, {@code 7:05 pm
 * EST}, {@code 10:14 GMT+8}, {@code 10}.
 */
final class TimeOfDay {
    private final String text;
    private int at;

    private TimeOfDay(String text) {
        this.text = text;
    }

    /** @return whether the whole text was a time; {@code parts} holds it then */
    static boolean read(String text, DateParts parts) {
        return new TimeOfDay(text.strip()).into(parts);
    }

    private boolean into(DateParts parts) {
        if (text.isEmpty()) return true;
        if (Character.isDigit(text.charAt(0)) && !clock(parts)) return false;
        return tail(parts);
    }

    private boolean clock(DateParts parts) {
        String digits = digits();
        if (digits.length() == 6 || digits.length() == 4) {
            parts.hour = number(digits.substring(0, 2));
            parts.minute = number(digits.substring(2, 4));
            if (digits.length() == 6) parts.second = number(digits.substring(4));
            return fraction(parts);
        }
        // Digits of another script begin no time here.
        if (digits.isEmpty() || digits.length() > 2) return false;
        parts.hour = number(digits);
        if (!separator()) return true;
        String minutes = digits();
        if (minutes.isEmpty()) return true;
        if (minutes.length() > 2) return false;
        parts.minute = number(minutes);
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
            String seconds = digits();
            if (seconds.length() > 2) return false;
            parts.second = seconds.isEmpty() ? 0 : number(seconds);
        }
        return fraction(parts);
    }

    private boolean separator() {
        if (at >= text.length()) return false;
        char c = text.charAt(at);
        boolean dot = c == '.' && at + 2 < text.length() && Character.isDigit(text.charAt(at + 1));
        if (c != ':' && c != 'h' && !dot) return false;
        at++;
        return true;
    }

    private boolean fraction(DateParts parts) {
        if (at + 1 >= text.length() || (text.charAt(at) != '.' && text.charAt(at) != ',' && text.charAt(at) != ':'))
            return true;
        if (!Character.isDigit(text.charAt(at + 1))) return true;
        at++;
        parts.nano = number((digits() + "000000000").substring(0, 9));
        return true;
    }

    /** Half of the day and zone, in any order. */
    private boolean tail(DateParts parts) {
        boolean zoned = false;
        for (String word = word(); word != null; word = word()) {
            String letters = word.replace(".", "");
            if (letters.equals("am") || letters.equals("pm")) {
                parts.half(letters.equals("pm"));
                continue;
            }
            var zone = ZoneNames.zone(word);
            if (zone.isEmpty()) {
                if (zoned) continue;
                return false;
            }
            // "GMT+8" may come apart; a number after a name is the more exact of the two.
            if (!zoned || Character.isDigit(word.charAt(word.length() - 1))) parts.zone = zone.get();
            zoned = true;
        }
        return true;
    }

    private @Nullable String word() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',')) at++;
        if (at >= text.length()) return null;
        int start = at++;
        boolean sign = isSign(text.charAt(start));
        while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ',') {
            char c = text.charAt(at);
            if (!sign && isSign(c) && !isNamed(start)) break;
            if (sign && Character.isLetter(c)) break;
            at++;
        }
        return text.substring(start, at);
    }

    private boolean isNamed(int start) {
        return text.startsWith("gmt", start) || text.startsWith("utc", start) || text.indexOf('/', start) >= 0;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private String digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        return text.substring(start, at);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
