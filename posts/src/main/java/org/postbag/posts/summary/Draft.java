package org.postbag.posts.summary;

import org.jspecify.annotations.Nullable;

/**
 * What is to be summarised.
 *
 * @param lang BCP 47 tag, where it is known
 * @param title left out of the summary where the text repeats it
 * @param text plain text, paragraphs on lines of their own
 */
public record Draft(@Nullable String lang, @Nullable String title, String text) {}
