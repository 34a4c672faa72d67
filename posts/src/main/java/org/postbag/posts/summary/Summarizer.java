package org.postbag.posts.summary;

/** Makes a short text say what a long one does. */
public interface Summarizer {
    /** Plain text within the budget; empty only when there is nothing to summarise. Thread safe. */
    String summarize(Draft draft, Budget budget);
}
