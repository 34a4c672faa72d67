/**
 * Summaries worded by a language model behind an OpenAI-style endpoint: asked once a text, within a daily budget,
 * checked against the text, and extractive wherever that fails.
 */
@NullMarked
package org.postbag.posts.summary.llm;

import org.jspecify.annotations.NullMarked;
