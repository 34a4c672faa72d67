package org.postbag.posts.collect.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed in an OPML list.
 *
 * @param xmlUrl the feed's address
 * @param htmlUrl the site's page
 * @param tags the folders around it, outermost first, and its categories
 */
public record OpmlFeed(String title, String xmlUrl, @Nullable String htmlUrl, List<String> tags) {
    public OpmlFeed {
        tags = List.copyOf(tags);
    }
}
