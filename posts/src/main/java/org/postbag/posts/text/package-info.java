/**
 * Text as such: cleaning HTML and Markdown, language, sentences, words. Pure functions, shared by collecting,
 * summaries, stories and search.
 */
@NullMarked
package org.postbag.posts.text;

import org.jspecify.annotations.NullMarked;
