package org.postbag.posts.collect.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.http.Validators;

/**
 * What is remembered of a feed between two passes.
 *
 * @param configured the address in the configuration, for which the rest holds
 * @param moved where it has moved for good; null when it has not
 * @param digest of the document read last, for servers that know no validators
 * @param pauses what the feed itself says about when to come again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedCursor(
        URI configured,
        @Nullable URI moved,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String digest,
        @Nullable FeedPauses pauses) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What was remembered of this address; nothing when the cursor is another's or of another version. */
    static FeedCursor parse(@Nullable String cursor, URI configured) {
        FeedCursor fresh = new FeedCursor(configured, null, null, null, null, null);
        if (cursor == null) return fresh;
        try {
            FeedCursor read = JSON.readValue(cursor, FeedCursor.class);
            return configured.equals(read.configured()) ? read : fresh;
        } catch (JsonProcessingException e) {
            return fresh;
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the cursor of " + configured + " cannot be written", e);
        }
    }

    URI address() {
        return moved == null ? configured : moved;
    }

    Validators validators() {
        return new Validators(etag, lastModified);
    }

    FeedCursor with(@Nullable URI movedTo, Validators fresh) {
        return new FeedCursor(
                configured, movedTo == null ? moved : movedTo, fresh.etag(), fresh.lastModified(), digest, pauses);
    }

    FeedCursor with(String newDigest, FeedPauses newPauses) {
        return new FeedCursor(configured, moved, etag, lastModified, newDigest, newPauses);
    }

    Duration pause(Instant now, Duration every) {
        return pauses == null ? Duration.ZERO : pauses.after(now, every);
    }
}
