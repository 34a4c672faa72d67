package org.postbag.posts.collect.jekyll;

import org.postbag.posts.collect.RawPost;

/** What a file of a Jekyll site is. */
public sealed interface Parsed {

    /** A post, today or in the future. */
    record Published(RawPost post) implements Parsed {}

    /** A post with {@code published: false}. */
    record Unpublished(RawPost post) implements Parsed {}

    /** Nothing that Jekyll makes a post of. */
    record NotADocument() implements Parsed {}

    /**
     * A post that cannot be read.
     *
     * @param where the path, with the line where there is one
     */
    record Unreadable(String where, String problem, String remedy) implements Parsed {}
}
