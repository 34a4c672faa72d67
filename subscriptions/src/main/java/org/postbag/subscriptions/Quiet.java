package org.postbag.subscriptions;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Quiet hours in the reader's zone: a digest in them arrives silently, not later. May cross midnight.
 *
 * @param from first quiet minute
 * @param to first minute that is not quiet any more; never the same as {@code from}
 */
public record Quiet(LocalTime from, LocalTime to) {

    private static final Pattern DASH = Pattern.compile("\\s*[-–—~～至到]\\s*");

    public Quiet {
        if (from.equals(to))
            throw new IllegalArgumentException("quiet hours from " + TimeOfDay.format(from)
                    + " to the same time: name a start and another end, such as 23:00-07:00, or off");
    }

    public boolean contains(LocalTime time) {
        boolean fromOn = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(to);
        return from.isBefore(to) ? fromOn && beforeEnd : fromOn || beforeEnd;
    }

    /** @throws IllegalArgumentException with a message for the person who typed it */
    public static Quiet parse(String written) {
        String[] ends = DASH.split(written.strip(), -1);
        if (ends.length != 2)
            throw new IllegalArgumentException(
                    "quiet hours '" + Shown.of(written) + "': write start and end, such as 23:00-07:00, or off");
        return new Quiet(TimeOfDay.parse(ends[0]), TimeOfDay.parse(ends[1]));
    }

    /** The same, and empty for {@code off}, {@code none}, 关, 关闭, 无. */
    public static Optional<Quiet> parseOrOff(String written) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "off", "none", "关", "关闭", "無", "无" -> Optional.empty();
            default -> Optional.of(parse(written));
        };
    }

    /** {@code 23:00-07:00} */
    @Override
    public String toString() {
        return TimeOfDay.format(from) + "-" + TimeOfDay.format(to);
    }
}
