package org.postbag.bot.command;

import java.time.ZoneId;
import java.util.Optional;
import org.postbag.subscriptions.Change;

/** {@code /timezone Asia/Shanghai}: by a zone's name, its city alone, or an offset, which {@link ZoneNames} read. */
public final class TimezoneCommand implements Command {
    private final Members members;
    private final ZoneNames zones;

    public TimezoneCommand(Members members) {
        this.members = members;
        this.zones = new ZoneNames(members.says());
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
        Optional<ZoneId> zone = zones.find(wanted);
        if (zone.isPresent())
            return members.change(
                    request,
                    Change.none().withZone(zone.get()),
                    "timezone.done",
                    zone.get().getId());
        String nearest = zones.nearest(wanted);
        return nearest == null
                ? members.says().said(request, "timezone.unknown", wanted)
                : members.says().said(request, "timezone.nearest", wanted, nearest);
    }
}
