package org.postbag.digest.telegram;

import java.util.List;
import java.util.Set;
import org.postbag.digest.Markup;

/**
 * A stretch of text in one style. Each run names all the tags it stands in, outermost first, so a cut between or inside runs
 * needs no memory: what is open is closed, and the next run opens what it needs.
 */
record Run(String text, List<Tag> tags) {

    /** Where Telegram looks for no links, mentions and the like. */
    private static final Set<String> UNDETECTED = Set.of("a", "code", "pre");

    /**
     * An element of Telegram's HTML.
     *
     * @param open the whole start tag, attributes escaped
     * @param id tells neighbouring block quotes apart; 0 for inline tags, which may merge
     */
    record Tag(String name, String open, int id) {
        static Tag of(String name) {
            return new Tag(name, "<" + name + ">", 0);
        }
    }

    /** Size of the text; its tags are counted where they are opened. */
    Measure measure() {
        Measure text = Measure.of(Markup.escape(this.text));
        boolean detected = tags.stream().noneMatch(tag -> UNDETECTED.contains(tag.name()));
        return detected ? text : text.undetected();
    }

    Run part(int from, int to) {
        return new Run(text.substring(from, to), tags);
    }
}
