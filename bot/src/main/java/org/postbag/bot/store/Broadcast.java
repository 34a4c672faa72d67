package org.postbag.bot.store;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An operator's message to all readers on Telegram.
 *
 * @param author the operator's user id, which is the private chat's id too
 * @param started when it was confirmed; null for a draft
 */
public record Broadcast(long id, long author, String text, Instant made, @Nullable Instant started, State state) {

    /** How far it has come. Only a running one is sent. */
    public enum State {
        /** Shown to its author, who has not confirmed it. */
        DRAFT,
        RUNNING,
        DONE,
        /** Given up before anything was sent. */
        DROPPED,
        /** Given up halfway. */
        STOPPED;

        /** The word in the database and in the wording's keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What became of its messages.
     *
     * @param open still to be sent, or being sent
     * @param gone chats that cannot be reached any more
     * @param uncertain may have arrived or not, and are not sent again
     * @param skipped chats that left before their turn
     */
    public record Progress(long open, long sent, long failed, long gone, long uncertain, long skipped) {
        public long total() {
            return open + sent + failed + gone + uncertain + skipped;
        }
    }
}
