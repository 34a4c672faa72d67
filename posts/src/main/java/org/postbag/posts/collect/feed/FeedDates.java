package org.postbag.posts.collect.feed;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dates as publishers write them, whatever their format promises. One without a zone is UTC. The forms are in {@link
 * IsoDate}, {@link EastAsianDate} and {@link WrittenDate}.
 */
public final class FeedDates {
    private static final int MAX_LENGTH = 100;
    private static final long MIN_UNIX = 100_000_000;
    private static final long MAX_UNIX = 7_000_000_000L;

    private FeedDates() {}

    /** @return null when the text is no date between the years 1900 and 2200; 1970 and 2099 are dates */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() > 4 * MAX_LENGTH) return null;
        String tidy = tidy(text);
        if (tidy.isEmpty() || tidy.length() > MAX_LENGTH) return null;
        return unix(tidy)
                .or(() -> IsoDate.parse(tidy))
                .or(() -> EastAsianDate.isOne(tidy) ? EastAsianDate.parse(tidy) : WrittenDate.parse(tidy))
                .orElse(null);
    }

    /** Lower case, digits and signs of full width made narrow, one blank between words. */
    private static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xff01 && c <= 0xff5e) c = (char) (c - 0xff01 + '!');
            if (c == '\u2212' || c == '\u2013' || c == '\u2010' || c == '\u2011') c = '-';
            boolean blank = c <= ' ' || c == 0xa0 || c == 0x202f || Character.isWhitespace(c);
            if (!blank) out.append(c);
            else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
        }
        return out.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** Seconds or milliseconds since 1970; figures of no time near ours are no times. */
    private static Optional<Instant> unix(String text) {
        int dot = text.indexOf('.');
        String whole = dot > 8 ? text.substring(0, dot) : text;
        if (whole.length() < 9 || whole.length() > 13 || !whole.chars().allMatch(c -> c >= '0' && c <= '9'))
            return Optional.empty();
        long number = Long.parseLong(whole);
        if (whole.length() <= 10) {
            return number >= MIN_UNIX && number <= MAX_UNIX
                    ? Optional.of(Instant.ofEpochSecond(number))
                    : Optional.empty();
        }
        return whole.length() == 13 && number / 1000 <= MAX_UNIX
                ? Optional.of(Instant.ofEpochMilli(number))
                : Optional.empty();
    }
}
