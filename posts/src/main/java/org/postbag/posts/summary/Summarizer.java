package org.postbag.posts.summary;

import java.util.List;

/** Makes a short text say what a long one does. */
public interface Summarizer {
    /** A summary for each budget, in order. Thread safe; a failure of the means is no reason to throw. */
    Summaries summarize(Draft draft, List<Budget> budgets);

    /** Whether it asks another server, so that it waits more than it works. */
    default boolean waits() {
        return false;
    }

    /** The text of a single summary. */
    default String summarize(Draft draft, Budget budget) {
        return summarize(draft, List.of(budget)).texts().get(0);
    }
}
