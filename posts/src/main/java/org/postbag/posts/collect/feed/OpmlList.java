package org.postbag.posts.collect.feed;

import java.util.List;

/**
 * What an OPML document lists.
 *
 * @param feeds in order, each address once
 * @param rejected the lines that were to be feeds and cannot be read as such
 */
public record OpmlList(List<OpmlFeed> feeds, List<Rejected> rejected) {
    public OpmlList {
        feeds = List.copyOf(feeds);
        rejected = List.copyOf(rejected);
    }

    /**
     * A line that is no feed.
     *
     * @param title the line's text; its address, or empty, when it has none
     * @param address as it stands there
     * @param problem what is wrong with it and what to do
     */
    public record Rejected(String title, String address, String problem) {}
}
