/** Posts of a Jekyll site, read by Jekyll's own rules. */
@NullMarked
package org.postbag.posts.collect.jekyll;

import org.jspecify.annotations.NullMarked;
