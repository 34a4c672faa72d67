package org.postbag.bot.command;

import java.util.Optional;
import java.util.Set;
import org.postbag.posts.text.Han;
import org.postbag.subscriptions.Change;

/** Changes of the lists a reader keeps, where they are not too long: what {@link Change} takes is bounded. */
public final class WordLists {
    private WordLists() {}

    /** Empty when there are too many tags, or one is too long. */
    public static Optional<Change> tags(Set<String> tags) {
        try {
            return Optional.of(Change.none().withTags(tags));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the reader is told the bounds in their own language
        }
    }

    /** Empty when there are too many words, or one is too long. */
    public static Optional<Change> mute(Set<String> words) {
        try {
            return Optional.of(Change.none().withMute(words));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // as above
        }
    }

    /** Takes a word out, whichever its case, width and Chinese form: what was typed comes folded, what is kept may not. */
    public static boolean remove(Set<String> words, String word) {
        Han han = new Han();
        String folded = han.fold(word);
        return words.removeIf(other -> han.fold(other).equals(folded));
    }
}
