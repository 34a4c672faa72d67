package org.postbag.posts.story;

import java.time.Instant;

/**
 * What of a post says which story it tells.
 *
 * @param text its beginning, empty for a bare headline; the first {@link StoryFeatures#TEXT} characters are used
 * @param story the story it is known to tell, 0 while that is open
 */
public record StoryItem(long id, Instant date, String title, String text, long story) {}
