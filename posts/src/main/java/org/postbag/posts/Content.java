package org.postbag.posts;

/**
 * The body of a post, cleaned of adverts, banners and scripts.
 *
 * @param html sanitised, fit to show in a page or a mail
 * @param text the same as plain text, paragraphs separated by a blank line
 */
public record Content(String html, String text) {}
