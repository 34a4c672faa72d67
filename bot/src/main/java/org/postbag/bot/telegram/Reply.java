package org.postbag.bot.telegram;

import org.jspecify.annotations.Nullable;

/** What came of one Bot API call. */
public sealed interface Reply<T> {

    record Ok<T>(T result) implements Reply<T> {}

    /**
     * Telegram said no (Bot API, "Making requests": ok is false).
     *
     * @param code as HTTP's, 0 when the answer was no Bot API answer, such as a gateway's page
     * @param retryAfter seconds to wait, with code 429
     * @param migrateTo the supergroup that a group has become
     */
    record No<T>(int code, String description, @Nullable Integer retryAfter, @Nullable Long migrateTo)
            implements Reply<T> {}

    /** The request never left: no connection. */
    record NotSent<T>(String problem) implements Reply<T> {}

    /** The request left and no answer came. */
    record Unknown<T>(String problem) implements Reply<T> {}
}
