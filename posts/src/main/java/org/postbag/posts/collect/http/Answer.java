package org.postbag.posts.collect.http;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What asking a web server came to. */
public sealed interface Answer {

    /**
     * It is here.
     *
     * @param address where it was in the end, which relative links refer to; without name and password
     * @param movedTo set when it has moved for good (each redirect was a 301 or 308): ask there from now on. Keeps name
     *     and password when they hold there too
     * @param contentType as the server wrote it
     * @param body unpacked; not copied, so leave it as it is
     * @param validators for the next request
     */
    @SuppressWarnings("ArrayRecordComponent") // a body of megabytes is handed on, never compared
    record Found(URI address, @Nullable URI movedTo, @Nullable String contentType, byte[] body, Validators validators)
            implements Answer {}

    /**
     * Nothing has changed (304).
     *
     * @param validators for the next request: the new ones, or else those that were sent
     */
    record NotModified(Validators validators, @Nullable URI movedTo) implements Answer {}

    /** It is gone for good (410): do not ask again. */
    record Gone() implements Answer {}

    /**
     * The server asks to be left alone for a while (429 or 503 with Retry-After).
     *
     * @param until at least a minute and at most a day from now
     */
    record Later(Instant until, String reason) implements Answer {}

    /**
     * It cannot be had.
     *
     * @param reason what happened and what to do about it, for the operator
     * @param temporary whether trying again may help though nobody changes anything
     */
    record Failed(String reason, boolean temporary) implements Answer {}
}
