package org.postbag.posts.collect.http;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave to ask later whether something has changed (RFC 9110, section 8.8). Both are opaque and sent back
 * as they came, weak marks included; one that is too long or could not stand in a header is dropped.
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    private static final int MAX_LENGTH = 1024;

    public Validators {
        etag = usable(etag);
        lastModified = usable(lastModified);
    }

    public static Validators none() {
        return new Validators(null, null);
    }

    public boolean isEmpty() {
        return etag == null && lastModified == null;
    }

    private static @Nullable String usable(@Nullable String value) {
        if (value == null || value.isBlank() || value.length() > MAX_LENGTH) return null;
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? value : null;
    }
}
