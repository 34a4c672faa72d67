package org.postbag.posts.summary;

import java.util.List;

/** Makes a short text say what a long one does. */
public interface Summarizer {
    /** Plain text within the budget; empty only when there is nothing to summarise. Thread safe. */
    String summarize(Draft draft, Budget budget);

    /** Whether it asks another server, so that it waits more than it works. */
    default boolean waits() {
        return false;
    }

    /** A summary for each budget, in order. */
    default List<String> summarize(Draft draft, List<Budget> budgets) {
        return budgets.stream().map(budget -> summarize(draft, budget)).toList();
    }
}
