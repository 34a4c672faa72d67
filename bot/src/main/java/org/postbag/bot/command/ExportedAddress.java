package org.postbag.bot.command;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.store.Delivery;

/** One address in an export: its settings, how it stands, and its digests. Instants are ISO 8601 in UTC. */
record ExportedAddress(
        String address,
        String status,
        String created,
        @Nullable String pausedUntil,
        @Nullable String nextDue,
        boolean sharedSettings,
        List<String> tags,
        List<String> mute,
        List<String> keywords,
        String lang,
        String zone,
        String at,
        String days,
        String length,
        @Nullable String quiet,
        List<Sent> deliveries) {

    /** A digest: when it was due, what became of it, and how many posts it held. */
    record Sent(String due, String status, int posts) {
        static Sent of(Delivery delivery) {
            return new Sent(delivery.due().toString(), delivery.status().word(), delivery.posts());
        }
    }

    static ExportedAddress of(Subscription s, List<Sent> deliveries) {
        Settings settings = s.settings();
        return new ExportedAddress(
                s.address().toString(),
                s.status().word(),
                s.created().toString(),
                text(s.pausedUntil()),
                text(s.nextDue()),
                s.shared(),
                List.copyOf(settings.selection().tags()),
                List.copyOf(settings.selection().mute()),
                List.copyOf(settings.selection().keywords()),
                settings.lang().word(),
                settings.timetable().zone().getId(),
                settings.timetable().at().toString(),
                settings.timetable().days().toString(),
                settings.length().word(),
                settings.quiet() == null ? null : settings.quiet().toString(),
                deliveries);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
