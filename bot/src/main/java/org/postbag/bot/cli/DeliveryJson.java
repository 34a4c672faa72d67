package org.postbag.bot.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.store.Delivery;

/** A delivery as JSON and as a line show it. */
record DeliveryJson(
        long id,
        @Nullable String address,
        Instant due,
        String status,
        int attempts,
        int uncertain,
        int posts,
        @Nullable Instant sentAt,
        @Nullable String error,
        @Nullable Instant nextTry,
        List<String> messageIds) {

    static DeliveryJson of(Delivery d) {
        return new DeliveryJson(
                d.id(),
                d.address() == null ? null : d.address().toString(),
                d.due(),
                d.status().word(),
                d.attempts(),
                d.uncertain(),
                d.posts(),
                d.sentAt(),
                d.error(),
                d.nextTry(),
                d.messageIds());
    }

    static void show(PrintStream out, Delivery delivery, boolean json) {
        DeliveryJson line = of(delivery);
        if (json) Json.line(out, line);
        else
            out.printf(
                    Locale.ROOT,
                    "%d  %s  %s  %s  posts %d  attempts %d%s%s%n",
                    line.id(),
                    line.due(),
                    line.address() == null ? "(erased)" : line.address(),
                    line.status(),
                    line.posts(),
                    line.attempts(),
                    line.uncertain() == 0 ? "" : "  " + line.uncertain() + " uncertain",
                    line.error() == null ? "" : "  " + line.error());
    }
}
