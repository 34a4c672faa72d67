package org.postbag.posts.store;

import org.postbag.posts.Post;

/**
 * A post that a search found.
 *
 * @param snippet plain text around the first place that was found, or its beginning
 * @param score higher is better; comparable within one answer only
 */
public record Hit(Post post, String snippet, double score) {}
