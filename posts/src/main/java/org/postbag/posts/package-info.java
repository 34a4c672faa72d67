/**
 * What is published: posts, where they come from, and which of them a reader wants. Everything here is a value; reading
 * them from the outside lives in {@code collect}, keeping them in {@code store}.
 */
@NullMarked
package org.postbag.posts;

import org.jspecify.annotations.NullMarked;
