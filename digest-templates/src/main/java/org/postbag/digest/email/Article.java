package org.postbag.digest.email;

import org.postbag.posts.Content;
import org.postbag.posts.Post;

/**
 * A whole article a reader asked for.
 *
 * @param number the number it was asked for by; 0 for none
 */
public record Article(int number, Post post, Content content) {}
