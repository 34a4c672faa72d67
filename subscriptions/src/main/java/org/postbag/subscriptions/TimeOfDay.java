package org.postbag.subscriptions;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes the minute of a day as people type it: {@code 07:30}, {@code 7:30}, {@code 7：30}. */
public final class TimeOfDay {

    private static final Pattern FORM = Pattern.compile("([01]?[0-9]|2[0-3])[:：]([0-5][0-9])");

    private TimeOfDay() {}

    /** @throws IllegalArgumentException with a message for the person who typed it */
    public static LocalTime parse(String written) {
        Matcher m = FORM.matcher(written.strip());
        if (!m.matches())
            throw new IllegalArgumentException(
                    "time '" + Shown.of(written) + "': write hours and minutes from 00:00 to 23:59, such as 07:30");
        return LocalTime.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    }

    /** Two digits each: {@code 07:30}. */
    public static String format(LocalTime time) {
        int minutes = time.toSecondOfDay() / 60;
        char[] digits = {
            digit(minutes / 600), digit(minutes / 60 % 10), ':', digit(minutes % 60 / 10), digit(minutes % 10)
        };
        return new String(digits);
    }

    private static char digit(int value) {
        return (char) ('0' + value);
    }
}
