package org.postbag.posts.collect.feed;

/**
 * Who wrote an entry.
 *
 * @param names joined by ", "; addresses of mail only when no one has a name
 * @param written as the feed has them, addresses too
 */
record Authors(String names, String written) {}
