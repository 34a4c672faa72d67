package org.postbag.digest;

import org.postbag.posts.Post;

/**
 * One line of a numbered list, such as {@code /latest} and {@code /search} answer with.
 *
 * @param number what the reader answers with
 * @param snippet plain text shown under the title; empty for none
 */
public record Listed(int number, Post post, String snippet) {}
