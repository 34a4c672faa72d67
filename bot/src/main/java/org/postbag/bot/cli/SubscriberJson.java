package org.postbag.bot.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscription;

/** A subscription as JSON and as a line show it. */
record SubscriberJson(
        long id,
        String reader,
        String address,
        String status,
        List<String> tags,
        List<String> mute,
        List<String> keywords,
        String lang,
        String zone,
        String at,
        String days,
        String length,
        @Nullable String quiet,
        Instant created,
        @Nullable Instant pausedUntil,
        @Nullable Instant nextDue,
        @Nullable String reason) {

    static SubscriberJson of(Subscription s) {
        Settings settings = s.settings();
        return new SubscriberJson(
                s.id(),
                s.reader(),
                s.address().toString(),
                s.status().word(),
                List.copyOf(settings.selection().tags()),
                List.copyOf(settings.selection().mute()),
                List.copyOf(settings.selection().keywords()),
                settings.lang().word(),
                settings.timetable().zone().getId(),
                settings.timetable().at().format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)),
                settings.timetable().days().toString(),
                settings.length().word(),
                settings.quiet() == null ? null : settings.quiet().toString(),
                s.created(),
                s.pausedUntil(),
                s.nextDue(),
                s.statusReason());
    }

    static void show(PrintStream out, Subscription s, boolean json) {
        SubscriberJson line = of(s);
        if (json) Json.line(out, line);
        else
            out.printf(
                    Locale.ROOT,
                    "%s  %s%s%s  %s %s %s  %s  %s%s%s%s%n",
                    line.address(),
                    line.status(),
                    line.reason() == null ? "" : " (" + line.reason() + ")",
                    line.pausedUntil() == null ? "" : " until " + line.pausedUntil(),
                    line.at(),
                    line.days(),
                    line.zone(),
                    line.length(),
                    line.tags().isEmpty() ? "everything" : String.join(",", line.tags()),
                    line.mute().isEmpty() ? "" : "  without " + String.join(",", line.mute()),
                    line.quiet() == null ? "" : "  quiet " + line.quiet(),
                    line.nextDue() == null ? "" : "  next " + line.nextDue());
    }
}
