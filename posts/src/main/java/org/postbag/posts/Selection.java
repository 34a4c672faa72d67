package org.postbag.posts;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which posts a reader wants. Nothing followed means everything; a mute always wins.
 *
 * @param tags followed tags
 * @param mute tags and words whose posts are left out
 * @param keywords followed words: a post that says one is wanted whatever its tags
 */
public record Selection(Set<String> tags, Set<String> mute, Set<String> keywords) {

    public Selection {
        tags = ordered(tags);
        mute = ordered(mute);
        keywords = ordered(keywords);
    }

    public static Selection everything() {
        return new Selection(Set.of(), Set.of(), Set.of());
    }

    public boolean isEverything() {
        return tags.isEmpty() && mute.isEmpty() && keywords.isEmpty();
    }

    /** Keeps the order in which the reader gave them, which is the order they are shown in. */
    private static Set<String> ordered(Collection<String> words) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }
}
