package org.postbag.bot.telegram;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.postbag.bot.schedule.Metronome;

/** A process of its own that sends broadcasts until it is killed. */
final class BroadcastProcess {
    private BroadcastProcess() {}

    /** @param args the database's address and Telegram's */
    public static void main(String[] args) throws InterruptedException {
        try (Readership readership = new Readership(args[0], URI.create(args[1]), Clock.systemUTC())) {
            readership.sending.recover();
            Metronome metronome =
                    new Metronome().every(Duration.ofMillis(20), "broadcast", readership.sending::sendSome);
            metronome.start();
            new CountDownLatch(1).await();
        }
    }
}
