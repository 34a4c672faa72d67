/**
 * Collecting: one pass over the sources that are due. Each kind of source has a package with a reader, which does the
 * input and output, and a parser, which is pure; what they bring is cleaned, tagged and summarised here and stored by
 * {@code store}.
 */
@NullMarked
package org.postbag.posts.collect;

import org.jspecify.annotations.NullMarked;
