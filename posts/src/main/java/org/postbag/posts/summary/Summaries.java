package org.postbag.posts.summary;

import java.util.List;

/**
 * What a {@link Summarizer} made of one draft.
 *
 * @param texts plain text, one for each budget in order, each within it; empty only when there is nothing to summarise
 * @param generated whether a language model worded them; otherwise every clause is the draft's own
 */
public record Summaries(List<String> texts, boolean generated) {
    public Summaries {
        texts = List.copyOf(texts);
    }
}
