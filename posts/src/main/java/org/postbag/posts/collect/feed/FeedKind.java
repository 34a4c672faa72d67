package org.postbag.posts.collect.feed;

import java.util.Locale;

/** The families of feeds, as {@code source test} names them. */
public enum FeedKind {
    RSS,
    ATOM,
    RDF,
    JSONFEED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
