/**
 * The HTTP client that collecting uses: what it asks for comes from strangers, so it reaches only the public network and
 * bounds the time, bytes and redirects of every exchange.
 */
@NullMarked
package org.postbag.posts.collect.http;

import org.jspecify.annotations.NullMarked;
