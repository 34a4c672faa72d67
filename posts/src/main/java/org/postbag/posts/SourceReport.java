package org.postbag.posts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over one source came to.
 *
 * @param found posts the source holds, as far as this pass saw
 * @param added stored for the first time ({@code new} in JSON)
 * @param updated stored again because they changed
 * @param unchanged known already and the same
 * @param failed posts that could not be read; each is among {@code errors}
 * @param errors what went wrong with single posts, or with the whole
 * @param tookMillis wall time of the pass
 * @param failure why the source failed as a whole; null when it did not
 */
public record SourceReport(
        String id,
        int found,
        int added,
        int updated,
        int unchanged,
        int failed,
        List<Problem> errors,
        long tookMillis,
        @Nullable String failure) {

    public SourceReport {
        errors = List.copyOf(errors);
    }

    /**
     * @param where file, entry or address
     * @param problem what happened and what to do about it
     */
    public record Problem(String where, String problem) {}
}
