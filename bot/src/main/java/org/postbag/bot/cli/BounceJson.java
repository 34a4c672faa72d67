package org.postbag.bot.cli;

import java.time.Instant;
import org.postbag.subscriptions.Bounce;
import org.postbag.subscriptions.BounceLine;

/** A mail that came back, as JSON and as a line show it. */
record BounceJson(Instant at, String kind, String status, String said, String origin) {

    static BounceJson of(BounceLine line) {
        Bounce bounce = line.bounce();
        return new BounceJson(
                line.at(),
                bounce.kind().word(),
                bounce.status(),
                bounce.said(),
                bounce.origin().word());
    }

    String line() {
        String where = origin.equals(Bounce.Origin.SMTP.word()) ? "at delivery" : "by a report";
        return at + "  " + kind + " " + where + "  " + (status + " " + said).strip();
    }
}
