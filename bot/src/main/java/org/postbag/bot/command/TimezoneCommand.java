package org.postbag.bot.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Nearest;
import org.postbag.subscriptions.Change;

/** {@code /timezone Asia/Shanghai}: by a zone's name, its city alone, or an offset. */
public final class TimezoneCommand implements Command {
    private final Members members;

    public TimezoneCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "timezone";
    }

    @Override
    public String chinese() {
        return "时区";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        String wanted = request.args().strip();
        if (wanted.isEmpty()) return members.usage(request, this);
        Optional<ZoneId> zone = zone(wanted);
        if (zone.isPresent())
            return members.change(
                    request,
                    Change.none().withZone(zone.get()),
                    "timezone.done",
                    zone.get().getId());
        String nearest = nearest(wanted);
        return nearest == null
                ? members.says().said(request, "timezone.unknown", wanted)
                : members.says().said(request, "timezone.nearest", wanted, nearest);
    }

    private static Optional<ZoneId> zone(String wanted) {
        String city = wanted.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        for (String id : new java.util.TreeSet<>(ZoneId.getAvailableZoneIds())) {
            String lower = id.toLowerCase(Locale.ROOT);
            if (lower.equals(city)
                    || (id.contains("/")
                            && !id.startsWith("Etc/")
                            && !id.startsWith("SystemV/")
                            && lower.endsWith("/" + city))) return Optional.of(ZoneId.of(id));
        }
        String offset = wanted.toUpperCase(Locale.ROOT).replaceFirst("^(UTC|GMT)(?=[+-])", "");
        if (!offset.matches("[+-]\\d{1,2}(:?\\d{2})?")) return Optional.empty();
        try {
            return Optional.of(ZoneId.of(offset));
        } catch (DateTimeException e) {
            return Optional.empty(); // out of range, such as +25
        }
    }

    /** By the whole name, or else by the city alone. */
    private static @Nullable String nearest(String wanted) {
        String whole = Nearest.to(wanted, ZoneId.getAvailableZoneIds());
        if (whole != null) return whole;
        Map<String, String> cities = new TreeMap<>();
        for (String id : ZoneId.getAvailableZoneIds())
            if (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                cities.merge(id.substring(id.lastIndexOf('/') + 1), id, (a, b) -> a.length() <= b.length() ? a : b);
        String city = Nearest.to(wanted.replace(' ', '_'), cities.keySet());
        return city == null ? null : cities.get(city);
    }
}
