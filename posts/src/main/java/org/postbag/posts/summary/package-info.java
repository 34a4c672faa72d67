/** Short summaries of articles. Extractive: every clause is the article's own. */
@NullMarked
package org.postbag.posts.summary;

import org.jspecify.annotations.NullMarked;
