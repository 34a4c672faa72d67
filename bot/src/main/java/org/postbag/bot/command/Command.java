package org.postbag.bot.command;

import java.util.List;

/**
 * One thing a reader can ask for. A new command is one class and one line in {@code CommandList}; its help, usage and
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

    /** Whether such arguments change the chat's settings, which in a group only administrators may. */
    default boolean changes(String args) {
        return false;
    }

    /** Whether in a group only administrators may have it done; so it is with all that changes something. */
    default boolean isForAdministrators(String args) {
        return changes(args);
    }

    /** Whether it is about the subscription of a chat, so that whoever manages a channel means the channel's. */
    default boolean concernsSubscription() {
        return changes("x");
    }

    /** Who may use it, and where. */
    default Audience audience() {
        return Audience.READERS;
    }

    Answer answer(Request request);

    /** For whom a command is. */
    enum Audience {
        /** Everybody, on every channel. */
        READERS,
        /** Everybody on Telegram. */
        TELEGRAM,
        /** Everybody by mail. */
        EMAIL,
        /** The operators in their private chats; others are told that there is no such command. */
        OPERATORS
    }
}
