package org.postbag.posts;

/** One revision of one post: enough to render the same thing again later. */
public record PostRef(long id, int revision) {}
