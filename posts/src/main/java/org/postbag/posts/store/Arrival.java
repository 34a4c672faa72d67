package org.postbag.posts.store;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a source as a pass found it, on its way from {@code collect.Collector} to {@link PostIntake}.
 *
 * @param path the entry's identity within the source
 * @param stamp what tells cheaply that it has not changed, such as size and time
 * @param hash what tells surely
 * @param outcome what it holds
 */
public record Arrival(String path, String stamp, String hash, Outcome outcome) {

    /** What an entry holds. */
    public sealed interface Outcome {
        /** The word kept in the database. */
        default String word() {
            if (this instanceof Published) return "published";
            if (this instanceof Hidden) return "hidden";
            return "unreadable";
        }
    }

    /**
     * A post.
     *
     * @param undated whether the source gives no date that can be: a post known already then keeps its own
     * @param titleWords the title, and {@code bodyWords} the text, as {@code text.SearchWords.index} cuts them
     */
    public record Published(Article article, boolean undated, String titleWords, String bodyWords) implements Outcome {
        Published with(Article other) {
            return new Published(other, undated, titleWords, bodyWords);
        }
    }

    /** Nothing to publish: a draft, {@code published: false}, or no post at all. One known before is gone. */
    public record Hidden() implements Outcome {}

    /** It could not be read; what was known of it stays. */
    public record Unreadable(String problem) implements Outcome {}

    /** What {@link PostIntake} knows of an entry from the pass before. */
    public record Known(String stamp, String hash, @Nullable String problem, boolean published) {}
}
