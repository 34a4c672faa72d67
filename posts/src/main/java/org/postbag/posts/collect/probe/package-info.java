/** Looking at a source without keeping anything: for trying an address out, and for finding the feed of a web page. */
@NullMarked
package org.postbag.posts.collect.probe;

import org.jspecify.annotations.NullMarked;
