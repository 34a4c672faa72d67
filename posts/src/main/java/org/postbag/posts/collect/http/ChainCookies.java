package org.postbag.posts.collect.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The cookies set along one chain of redirects: some sites do not let anyone past who does not bring them along. They
 * go to whom they are meant for (RFC 6265) and are forgotten with the chain.
 */
final class ChainCookies {
    private static final int MOST = 50;
    private static final int MOST_CHARS = 8000;

    private final List<Cookie> cookies = new ArrayList<>();

    void take(HttpUrl from, Headers headers, long nowMillis) {
        for (Cookie cookie : Cookie.parseAll(from, headers)) {
            cookies.removeIf(old -> old.name().equals(cookie.name())
                    && old.domain().equals(cookie.domain())
                    && old.path().equals(cookie.path()));
            if (cookie.expiresAt() > nowMillis && cookies.size() < MOST) cookies.add(cookie);
        }
    }

    /** The header's value; null when there is none for this address. */
    @Nullable
    String headerFor(HttpUrl to) {
        String header = cookies.stream()
                .filter(cookie -> cookie.matches(to))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .filter(pair -> pair.chars().allMatch(c -> c >= ' ' && c < 0x7f))
                .collect(Collectors.joining("; "));
        return header.isEmpty() || header.length() > MOST_CHARS ? null : header;
    }
}
