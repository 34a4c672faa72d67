/** Which posts tell the same story. Pure; {@code store} keeps what is found. */
@NullMarked
package org.postbag.posts.story;

import org.jspecify.annotations.NullMarked;
