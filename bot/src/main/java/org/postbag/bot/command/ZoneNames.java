package org.postbag.bot.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Nearest;
import org.postbag.posts.ReaderLanguage;

/** Finds the time zone that somebody means by its name, a city alone, in either language, or an offset. */
public final class ZoneNames {
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)?\\s*([+-])(\\d{1,2})(?::?(\\d{2}))?", Pattern.CASE_INSENSITIVE);

    private final Says says;

    public ZoneNames(Says says) {
        this.says = says;
    }

    public Optional<ZoneId> find(String typed) {
        String wanted = typed.strip();
        String city = wanted.replace(' ', '_').toLowerCase(Locale.ROOT);
        for (City known : City.values())
            for (ReaderLanguage lang : ReaderLanguage.values())
                if (says.say(lang, known.key()).equalsIgnoreCase(wanted)) return Optional.of(known.zone());
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            String lower = id.toLowerCase(Locale.ROOT);
            if (lower.equals(city) || (isPlace(id) && lower.endsWith("/" + city))) return Optional.of(ZoneId.of(id));
        }
        return offset(wanted);
    }

    private static Optional<ZoneId> offset(String wanted) {
        Matcher offset = OFFSET.matcher(wanted);
        if (!offset.matches()) return Optional.empty();
        int sign = offset.group(1).equals("-") ? -1 : 1;
        int hours = Integer.parseInt(offset.group(2));
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        try {
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
        } catch (DateTimeException e) {
            return Optional.empty(); // out of range, such as +25
        }
    }

    /** The zone a mistyped one was most likely meant to be, by its whole name or else by the city alone. */
    public @Nullable String nearest(String typed) {
        String whole = Nearest.to(typed, ZoneId.getAvailableZoneIds());
        if (whole != null) return whole;
        Map<String, String> cities = new TreeMap<>();
        for (String id : ZoneId.getAvailableZoneIds())
            if (isPlace(id))
                cities.merge(id.substring(id.lastIndexOf('/') + 1), id, (a, b) -> a.length() <= b.length() ? a : b);
        String city = Nearest.to(typed.replace(' ', '_'), cities.keySet());
        return city == null ? null : cities.get(city);
    }

    private static boolean isPlace(String id) {
        return id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/");
    }
}
