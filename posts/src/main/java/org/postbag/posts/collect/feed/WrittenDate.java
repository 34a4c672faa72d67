package org.postbag.posts.collect.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dates that spell the month or write it among slashes: RFC 822 and what passes for it, ctime, other languages. The
 * words are taken by what they look like, not by where they stand: a name is the month, four digits are the year, a
 * colon makes a time, what follows it a zone.
 */
final class WrittenDate {
    private final DateParts parts = new DateParts();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Integer> digits = new ArrayList<>();
    private int month;
    private boolean timed;
    private boolean exact;
    private String half = "";

    private WrittenDate() {}

    /** @param text in lower case, one blank between words */
    static Optional<Instant> parse(String text) {
        return new WrittenDate().read(apart(text));
    }

    /** {@code Thu,01-Jan-04} and {@code 2004-július-13T9:15-05:00} in words. */
    private static String[] apart(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean dash = c == '-'
                    && !isAfterZone(text, i)
                    && ((Character.isLetter(before) && Character.isLetterOrDigit(after))
                            || (Character.isDigit(before) && Character.isLetter(after)));
            boolean t = c == 't' && Character.isDigit(before) && Character.isDigit(after);
            boolean comma = c == ',' || c == ';' || c == '(' || c == ')' || c == '|';
            if (dash || t || comma) out.append(' ');
            else if (Character.isLetter(c) && Character.isDigit(before) && !isSuffix(c, after))
                out.append(' ').append(c);
            else if (Character.isDigit(c) && Character.isLetter(before) && !isHour(text, i))
                out.append(' ').append(c);
            else out.append(c);
        }
        return out.toString().strip().split(" +", -1);
    }

    /** The 3 of 12h30. */
    private static boolean isHour(String text, int i) {
        return text.charAt(i - 1) == 'h' && i > 1 && Character.isDigit(text.charAt(i - 2));
    }

    private static boolean isAfterZone(String text, int i) {
        return text.startsWith("gmt", i - 3) || text.startsWith("utc", i - 3);
    }

    /** The h of 12h30 and the letters of 1st, 2nd, 3rd, 4th. */
    private static boolean isSuffix(char c, char after) {
        return (c == 'h' && Character.isDigit(after)) || "st nd rd th".contains("" + c + after);
    }

    private Optional<Instant> read(String[] words) {
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.isEmpty()) continue;
            boolean digit = Character.isDigit(word.charAt(0));
            if (digit && (word.indexOf(':') > 0 || isFrench(word))) {
                if (!time(word)) return Optional.empty();
            } else if (digit && (word.indexOf('/') > 0 || word.indexOf('-') > 0 || dots(word) == 2)) {
                if (!slashed(word)) return Optional.empty();
            } else if (digit) {
                if (!number(word)) return Optional.empty();
            } else if (!name(word, i + 1 < words.length ? words[i + 1] : "")) return Optional.empty();
        }
        if (!half.isEmpty()) parts.half(half.equals("pm"));
        return date() ? parts.instant() : Optional.empty();
    }

    private static boolean isFrench(String word) {
        int h = word.indexOf('h');
        return h > 0 && h < word.length() - 1 && Character.isDigit(word.charAt(h + 1));
    }

    private static long dots(String word) {
        return word.chars().filter(c -> c == '.').count();
    }

    private boolean time(String word) {
        timed = true;
        return TimeOfDay.read(word, parts);
    }

    private boolean number(String word) {
        int end = 0;
        while (end < word.length() && Character.isDigit(word.charAt(end))) end++;
        if (end > 4 || (end > 2 && end < word.length() && word.charAt(end) != '.')) return false;
        numbers.add(Integer.valueOf(word.substring(0, end)));
        digits.add(end);
        return numbers.size() <= 3;
    }

    /** Y/M/D, M/D/Y as Americans write it unless the first number is no month; with dots D.M.Y. */
    private boolean slashed(String word) {
        String[] written = word.split("[-/.]", -1);
        if (written.length != 3) return false;
        int[] value = new int[3];
        for (int i = 0; i < 3; i++) {
            if (written[i].isEmpty()
                    || written[i].length() > 4
                    || !written[i].chars().allMatch(Character::isDigit)) return false;
            value[i] = Integer.parseInt(written[i]);
        }
        boolean yearFirst = written[0].length() == 4;
        boolean dayFirst = word.indexOf('.') > 0 || value[0] > 12;
        parts.year = yearFirst ? value[0] : DateParts.fullYear(value[2], written[2].length());
        parts.month = value[yearFirst || dayFirst ? 1 : 0];
        parts.day = yearFirst ? value[2] : value[dayFirst ? 0 : 1];
        return true;
    }

    /** @return false when a word after the time is no zone, no half of the day and no month: this is no date */
    private boolean name(String word, String next) {
        char first = word.charAt(0);
        String letters = word.replace(".", "");
        if (letters.equals("am") || letters.equals("pm")) {
            half = letters;
            return true;
        }
        if (timed || first == '+' || first == '-') {
            Optional<ZoneId> zone = ZoneNames.zone(word);
            if (zone.isPresent()) {
                // "+0800 (CST)": the number is the exact one.
                if (exact) return true;
                exact = Character.isDigit(word.charAt(word.length() - 1));
                if ((word.equals("gmt") || word.equals("utc"))
                        && ZoneNames.offset(next).isPresent()) return true;
                parts.zone = zone.get();
                return true;
            }
        }
        int named = MonthNames.month(word);
        // "mar. 11 mars": the name of a day can look like a month, but it comes first.
        if (named > 0) month = named;
        return Character.isLetter(first) || first == '+' || first == '-' || word.equals(".");
    }

    private boolean date() {
        if (parts.year >= 0) return month == 0;
        if (month == 0) return false;
        parts.month = month;
        int year = -1;
        for (int i = numbers.size() - 1; i >= 0; i--) if (digits.get(i) > 2 || numbers.get(i) > 31) year = i;
        if (year < 0 && numbers.size() > 1) year = numbers.size() - 1;
        if (year < 0) return false;
        parts.year = DateParts.fullYear(numbers.get(year), digits.get(year));
        for (int i = 0; i < numbers.size(); i++)
            if (i != year) {
                parts.day = numbers.get(i);
                break;
            }
        return true;
    }
}
