package org.postbag.posts;

import java.util.Locale;
import java.util.Optional;

/** How much of each post a digest tells. */
public enum Length {
    TITLES,
    SHORT,
    LONG;

    /** The word used in configuration, commands and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word in English or Chinese: titles 标题, short 短, long 长. */
    public static Optional<Length> of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "titles", "标题", "仅标题" -> Optional.of(TITLES);
            case "short", "短", "简短" -> Optional.of(SHORT);
            case "long", "长", "详细" -> Optional.of(LONG);
            default -> Optional.empty();
        };
    }
}
