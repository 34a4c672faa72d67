package org.postbag.bot.command;

import java.util.List;

/**
 * One thing a reader can ask for. A new command is one class and one line in {@code Application}; its help, usage and
 * examples are the keys {@code help.NAME}, {@code usage.NAME} of the wording.
 */
public interface Command {

    /** Latin name without the slash, at most 32 letters and underscores (Bot API, BotCommand). */
    String name();

    /** The Chinese word that means the same. */
    String chinese();

    /** Further words for the same thing, such as what mail readers write. */
    default List<String> otherWords() {
        return List.of();
    }

    /** Whether it changes the chat's settings, which in a group only administrators may. */
    default boolean changes() {
        return false;
    }

    Answer answer(Request request);
}
