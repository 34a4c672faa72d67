package org.postbag.posts.collect.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;

/** When a server wants to be asked again (RFC 9110, section 10.2.3), within what is sensible. */
final class RetryAfter {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Empty when the header is missing, or neither seconds nor a date. */
    static Optional<Instant> of(Headers headers, Instant now) {
        String value = headers.get("Retry-After");
        if (value == null) return Optional.empty();
        if (value.strip().matches("[0-9]+")) return Optional.of(bounded(seconds(value.strip()), now));
        Instant date = headers.getInstant("Retry-After");
        return Optional.ofNullable(date).map(d -> bounded(Duration.between(now, d), now));
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? MOST : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Instant bounded(Duration wait, Instant now) {
        if (wait.compareTo(LEAST) < 0) return now.plus(LEAST);
        return now.plus(wait.compareTo(MOST) > 0 ? MOST : wait);
    }
}
