package org.postbag.bot.telegram;

import java.util.Optional;

/** What a pressed button means, as it stands in the callback data. */
public sealed interface Press {

    /**
     * A command, as if typed by hand.
     *
     * @param inPlace whether a menu that comes of it takes the place of the message
     */
    record Does(String command, boolean inPlace) implements Press {
        @Override
        public String toString() {
            return (inPlace ? "in:" : "do:") + command;
        }
    }

    /**
     * Another page of the digest.
     *
     * @param delivery id in the ledger; 0 for one made on demand, which its message tells
     * @param page from 0
     */
    record Turns(long delivery, int page) implements Press {
        @Override
        public String toString() {
            return "page:" + delivery + ":" + page;
        }
    }

    /**
     * An article of a delivered digest.
     *
     * @param delivery id in the ledger; 0 for a digest made on demand
     */
    record Reads(long delivery, int number) implements Press {
        @Override
        public String toString() {
            return "read:" + delivery + ":" + number;
        }
    }

    /** A label. */
    record Nothing() implements Press {}

    static Optional<Press> parse(String text) {
        if (text.startsWith("in:")) return Optional.of(new Does(text.substring(3), true));
        if (text.startsWith("do:")) return Optional.of(new Does(text.substring(3), false));
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,18}") || !parts[2].matches("\\d{1,6}"))
            return Optional.empty();
        long delivery = Long.parseLong(parts[1]);
        int number = Integer.parseInt(parts[2]);
        return switch (parts[0]) {
            case "page" -> Optional.of(new Turns(delivery, number));
            case "read" -> Optional.of(new Reads(delivery, number));
            default -> Optional.empty();
        };
    }
}
