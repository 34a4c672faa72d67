package org.postbag.digest.telegram;

import java.util.List;

/**
 * A stretch of text in one style. Each run names all the tags it stands in, outermost first, so a cut between or inside runs
 * needs no memory: what is open is closed, and the next run opens what it needs.
 */
record Run(String text, List<Tag> tags) {

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

    Run part(int from, int to) {
        return new Run(text.substring(from, to), tags);
    }
}
