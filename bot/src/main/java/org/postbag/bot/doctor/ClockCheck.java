package org.postbag.bot.doctor;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares the clock with the Date header (RFC 9110, 6.6.1) of a server that Postbag talks to anyway. */
final class ClockCheck implements Check {
    private static final Duration TOLERABLE = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int SERVERS = 3;

    private final Clock clock;
    private final ZoneId zone;
    private final List<URI> servers;

    /** @param servers asked one after the other until one answers */
    ClockCheck(Clock clock, ZoneId zone, List<URI> servers) {
        this.clock = clock;
        this.zone = zone;
        this.servers = servers.stream().distinct().limit(SERVERS).toList();
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public void run(Notes notes) {
        String now =
                clock.instant().atZone(zone).truncatedTo(ChronoUnit.SECONDS).toLocalDateTime() + " in " + zone;
        try (Requests requests = new Requests(TIMEOUT)) {
            for (URI server : servers) {
                notes.trying("asking " + server.getHost() + " for the time");
                Optional<Duration> ahead = ahead(requests, server);
                if (ahead.isEmpty()) continue;
                compared(notes, now, ahead.get(), server.getHost());
                return;
            }
        }
        notes.skip("it is " + now + "; no server of the configuration told its time to compare with", "");
    }

    /** How far this clock is ahead of the server's, by the middle of the exchange. */
    private Optional<Duration> ahead(Requests requests, URI server) {
        Instant before = clock.instant();
        try {
            String date = requests.head(server).date();
            Instant middle =
                    before.plus(Duration.between(before, clock.instant()).dividedBy(2));
            if (date == null) return Optional.empty();
            Instant there = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            return Optional.of(Duration.between(there, middle));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // that it does not answer is for the check of that part to tell
        }
    }

    private static void compared(Notes notes, String now, Duration ahead, String host) {
        Duration off = ahead.abs();
        String seconds = off.toSeconds() + " s " + (ahead.isNegative() ? "behind " : "ahead of ") + host;
        String advice = "have the clock set by the network, for example: timedatectl set-ntp true";
        if (off.compareTo(MOST) > 0) notes.fail("it is " + now + ", " + seconds, advice);
        else if (off.compareTo(TOLERABLE) > 0) notes.warn("it is " + now + ", " + seconds, advice);
        else notes.ok(String.format(Locale.ROOT, "it is %s, as %s says", now, host));
    }
}
