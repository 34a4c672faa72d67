package org.postbag.posts.collect.http;

import java.time.Duration;

/**
 * What fetching something from the web may reach and cost.
 *
 * @param allowPrivate whether addresses of private networks and of this machine may be reached
 * @param maxBytes the largest body, both as it travels and unpacked; at most 1 GB
 * @param timeout for an exchange as a whole: finding the host, connecting, redirects and the last byte of the body
 * @param userAgent the name that servers see, such as {@code Postbag/1.0 (+https://example.org/contact)}; printable ASCII
 */
public record WebLimits(boolean allowPrivate, long maxBytes, Duration timeout, String userAgent) {
    private static final long MOST_BYTES = 1L << 30;

    public WebLimits {
        if (maxBytes < 1 || maxBytes > MOST_BYTES)
            throw new IllegalArgumentException("http.max-bytes must be from 1 byte to 1 GB, but is " + maxBytes);
        if (timeout.isNegative() || timeout.isZero())
            throw new IllegalArgumentException("http.timeout must be longer than nothing, such as 20s");
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 0x7f))
            throw new IllegalArgumentException("the user agent must be printable ASCII, but is '" + userAgent + "'");
    }
}
