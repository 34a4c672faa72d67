package org.postbag.posts.collect.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** When a server wants to be asked again (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);
    private static final int MOST_DIGITS = 9;
    private static final long MOST_SECONDS = 999_999_999;

    private RetryAfter() {}

    /** What the header says, never negative; empty when it is missing, or neither seconds nor a date. */
    public static Optional<Duration> read(@Nullable String header, Instant now) {
        if (header == null) return Optional.empty();
        String value = header.strip();
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9'))
            return Optional.of(Duration.ofSeconds(value.length() > MOST_DIGITS ? MOST_SECONDS : Long.parseLong(value)));
        Instant date = new Headers.Builder()
                .addUnsafeNonAscii("Retry-After", value)
                .build()
                .getInstant("Retry-After");
        if (date == null) return Optional.empty();
        Duration wait = Duration.between(now, date);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    /** The same as a moment within what is sensible: a minute to a day from now. */
    static Optional<Instant> of(Headers headers, Instant now) {
        return read(headers.get("Retry-After"), now).map(wait -> now.plus(bounded(wait)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.compareTo(LEAST) < 0) return LEAST;
        return wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
