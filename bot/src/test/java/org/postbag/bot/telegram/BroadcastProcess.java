package org.postbag.bot.telegram;

import java.net.URI;
import java.time.Clock;

/** A process of its own that sends broadcasts until it is killed. */
final class BroadcastProcess {
    private BroadcastProcess() {}

    /** @param args the database's address and Telegram's */
    public static void main(String[] args) throws InterruptedException {
        try (Readership readership = new Readership(args[0], URI.create(args[1]), Clock.systemUTC())) {
            readership.sending.recover();
            while (true) {
                readership.sending.sendSome();
                Thread.sleep(20);
            }
        }
    }
}
