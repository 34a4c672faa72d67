package org.postbag.digest.web;

import java.util.List;
import org.postbag.posts.Post;

/**
 * The search form and what it found.
 *
 * @param query as the reader wrote it; empty shows the form alone
 * @param total how many there are in all
 */
public record SearchPage(String query, long total, List<Found> found, Pager pager) {
    public SearchPage {
        found = List.copyOf(found);
    }

    /**
     * One post found.
     *
     * @param snippet plain text around the words
     */
    public record Found(Post post, String snippet) {}
}
