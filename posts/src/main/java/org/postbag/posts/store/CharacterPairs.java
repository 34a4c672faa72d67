package org.postbag.posts.store;

import java.util.ArrayList;
import java.util.List;
import org.postbag.posts.text.SearchWords;

/**
 * Turns single characters into overlapping pairs for {@link PostgresTextIndex}, whose index holds only the first 255
 * places of a word: a character has more, a pair seldom. The last character of a run stands once more by itself, so that
 * every character is the beginning of some word.
 */
final class CharacterPairs {
    private CharacterPairs() {}

    /** @param word empty for a gap; {@code prefix} whether it is looked for as the beginning of a word */
    record Place(String word, boolean prefix) {}

    /** The words of a text, one a place. */
    static List<Place> ofText(String indexed) {
        return indexed.isEmpty() ? List.of() : pairs(List.of(indexed.split(" ", -1)), true);
    }

    /** The words of a phrase; the end of a run is no word of its own unless it is all of it. */
    static List<Place> ofPhrase(List<String> words) {
        return pairs(words, false);
    }

    private static List<Place> pairs(List<String> words, boolean ends) {
        List<Place> places = new ArrayList<>(words.size());
        boolean inRun = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!isCharacter(word)) {
                places.add(new Place(word.equals(SearchWords.GAP) ? "" : word, false));
                inRun = false;
            } else if (i + 1 < words.size() && isCharacter(words.get(i + 1))) {
                places.add(new Place(word + words.get(i + 1), false));
                inRun = true;
            } else if (ends) {
                places.add(new Place(word, false));
                inRun = false;
            } else if (!inRun) {
                places.add(new Place(word, true));
            } else {
                // A run inside a phrase is followed by the single character that ends it in the text.
                if (i + 1 < words.size()) places.add(new Place(word, true));
                inRun = false;
            }
        }
        return places;
    }

    private static boolean isCharacter(String word) {
        return SearchWords.isCharacter(word.codePointAt(0));
    }
}
