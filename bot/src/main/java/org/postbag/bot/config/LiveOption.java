package org.postbag.bot.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postbag.subscriptions.Access;

/**
 * A key of the configuration that the operator may also set while Postbag runs; the value is written, and checked, as in
 * the file. {@code command.admin.OptionValues} lays what was set over the configuration.
 */
public enum LiveOption {
    ACCESS("access"),
    NAME("name"),
    PER_TAG("digest.per-tag"),
    MAX("digest.max"),
    EMPTY("digest.empty"),
    EXPIRE("digest.expire");

    private static final int LONGEST_NAME = 64;

    private final String key;

    LiveOption(String key) {
        this.key = key;
    }

    /** As in the configuration. */
    public String key() {
        return key;
    }

    /** In any case, with {@code _} for {@code -} if somebody likes. */
    public static Optional<LiveOption> of(String typed) {
        String sought = typed.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        for (LiveOption option : values()) if (option.key.equals(sought)) return Optional.of(option);
        return Optional.empty();
    }

    /** The values to choose from; empty where there are too many to list. */
    public List<String> choices() {
        return switch (this) {
            case ACCESS -> List.of("open", "approval", "closed");
            case EMPTY -> List.of("skip", "send");
            case NAME, PER_TAG, MAX, EXPIRE -> List.of();
        };
    }

    /**
     * The value as it is kept.
     *
     * @throws IllegalArgumentException when the configuration file would not take it either
     */
    public String checked(String typed) {
        String text = typed.strip();
        return switch (this) {
            case ACCESS -> Values.show(Values.word(text, Access.class));
            case EMPTY -> ConfigReader.oneOf(text.toLowerCase(Locale.ROOT), "skip", "send");
            case PER_TAG, MAX -> Integer.toString(Values.number(text));
            case EXPIRE -> {
                Values.duration(text);
                yield text;
            }
            case NAME -> line(text);
        };
    }

    /** A name stands in every heading, so it is one short line. */
    private static String line(String text) {
        boolean oneLine = text.codePoints().noneMatch(Character::isISOControl);
        if (!text.isBlank() && oneLine && text.codePointCount(0, text.length()) <= LONGEST_NAME) return text;
        throw new IllegalArgumentException(
                "'" + text + "' must be one line of at most " + LONGEST_NAME + " characters");
    }

    /** What the configuration says. */
    public String configured(Config config) {
        return switch (this) {
            case ACCESS -> Values.show(config.access());
            case NAME -> config.name();
            case PER_TAG -> Integer.toString(config.digest().perTag());
            case MAX -> Integer.toString(config.digest().max());
            case EMPTY -> config.digest().sendEmpty() ? "send" : "skip";
            case EXPIRE -> Values.show(config.digest().expire());
        };
    }
}
