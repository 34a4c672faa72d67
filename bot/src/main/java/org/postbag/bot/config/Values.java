package org.postbag.bot.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and shows single values as people write them: durations, sizes, times, zones. Every method throws {@link
 * IllegalArgumentException} with a message that says what to write instead.
 */
public final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d|w)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(B|KB|MB|GB)?");

    private Values() {}

    /** {@code 90s}, {@code 10m}, {@code 24h}, {@code 7d}, {@code 2w}. */
    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches())
            throw new IllegalArgumentException(
                    "'" + text + "' is not a duration; write for example 30s, 10m, 24h or 7d");
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    /** A duration longer than nothing. */
    static Duration interval(String text) {
        Duration duration = duration(text);
        if (!duration.isZero()) return duration;
        throw new IllegalArgumentException("'" + text + "' must be longer than nothing; write for example 30s or 10m");
    }

    /** A line that may stand in a header of HTTP. */
    static String header(String text) {
        if (!text.isBlank() && text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) return text;
        throw new IllegalArgumentException(
                "must be one line of ASCII letters, digits and signs; write for example MyPostbag/1.0 (+https://example.org/contact)");
    }

    /** Bytes: {@code 500KB}, {@code 10MB}; powers of 1024. */
    static long size(String text) {
        Matcher matcher = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches())
            throw new IllegalArgumentException("'" + text + "' is not a size; write for example 500KB or 10MB");
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2);
        return switch (unit == null ? "B" : unit) {
            case "KB" -> amount << 10;
            case "MB" -> amount << 20;
            case "GB" -> amount << 30;
            default -> amount;
        };
    }

    /** A zone's id such as {@code Asia/Shanghai} or {@code +08:00}. */
    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            String nearest = Nearest.to(text.strip(), ZoneId.getAvailableZoneIds());
            throw new IllegalArgumentException("'" + text + "' is not a time zone"
                    + (nearest == null
                            ? "; write for example Asia/Shanghai or UTC"
                            : "; did you mean " + nearest + "?"));
        }
    }

    /** A time of day, {@code 7:30} or {@code 07:30}. */
    public static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip(), DateTimeFormatter.ofPattern("H:mm", Locale.ROOT));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time of day; write for example 07:30");
        }
    }

    static int number(String text) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= 0) return value;
        } catch (NumberFormatException e) {
            // told below, together with negative numbers
        }
        throw new IllegalArgumentException("'" + text + "' is not a whole number from 0 to 2147483647");
    }

    static double decimal(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) return value;
        } catch (NumberFormatException e) {
            // told below, together with what is no finite number
        }
        throw new IllegalArgumentException("'" + text + "' is not a number; write for example 0.5 or 2");
    }

    /** How much a source counts. */
    static double weight(String text) {
        double value = decimal(text);
        if (value >= 0.1 && value <= 10) return value;
        throw new IllegalArgumentException("'" + text + "' must be from 0.1 to 10; 1 is usual");
    }

    static int port(String text) {
        int value = number(text);
        if (value > 65535) throw new IllegalArgumentException("'" + text + "' is not a port; ports go from 0 to 65535");
        return value;
    }

    static boolean yesNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' must be true or false");
        };
    }

    /** An address of the web. */
    public static URI http(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is not an address: " + e.getMessage());
        }
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getHost() == null)
            throw new IllegalArgumentException("'" + text + "' must start with http:// or https:// and name a host");
        return uri;
    }

    /** One of several words, as a function for {@link Section}. */
    static <E extends Enum<E>> E word(String text, Class<E> type) {
        for (E constant : type.getEnumConstants())
            if (constant.name().equalsIgnoreCase(text.strip().replace('-', '_'))) return constant;
        StringBuilder words = new StringBuilder();
        for (E constant : type.getEnumConstants())
            words.append(words.isEmpty() ? "" : ", ").append(constant.name().toLowerCase(Locale.ROOT));
        throw new IllegalArgumentException("'" + text + "' must be one of " + words);
    }

    /** An address as it may be shown: without the password that some carry. */
    public static String masked(String address) {
        return address.replaceAll("(://[^/@:\\s]*:)[^/@\\s]*@", "$1********@")
                .replaceAll("([?&;]password=)[^&;\\s]*", "$1********");
    }

    /** The way back, for {@code config show}: durations in their largest whole unit, everything else as its text. */
    static String show(@Nullable Object value) {
        if (!(value instanceof Duration duration)) {
            if (value instanceof Enum<?> constant) return constant.name().toLowerCase(Locale.ROOT);
            return masked(String.valueOf(value));
        }
        long seconds = duration.toSeconds();
        if (seconds == 0) return duration.toMillis() + "ms";
        if (seconds % 86400 == 0) return seconds / 86400 + "d";
        if (seconds % 3600 == 0) return seconds / 3600 + "h";
        if (seconds % 60 == 0) return seconds / 60 + "m";
        return seconds + "s";
    }
}
