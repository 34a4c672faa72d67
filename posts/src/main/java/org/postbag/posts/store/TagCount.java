package org.postbag.posts.store;

/** A tag and how many posts carry it. */
public record TagCount(String tag, long posts) {}
