/**
 * Posts in git repositories: a shallow copy is kept, and of it only what has changed is read. What is a post there, and
 * what is in it, {@code collect.jekyll} knows.
 */
@NullMarked
package org.postbag.posts.collect.git;

import org.jspecify.annotations.NullMarked;
