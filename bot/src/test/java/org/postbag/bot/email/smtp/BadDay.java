package org.postbag.bot.email.smtp;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A mail server's bad day: now and then it is busy, slow, shuts down or cuts the connection, with the mail taken or not.
 * Some inboxes are gone, some full, always the same ones. Counts what it took.
 */
final class BadDay implements Behaviour {
    private static final List<Act> TROUBLES = List.of(
            new Act.Say("451 4.3.0 try again"),
            new Act.Say("450 4.2.0 busy"),
            new Act.SayAndCut("421 4.3.2 shutting down"),
            new Act.Cut(),
            new Act.TakeAndCut());

    private final Random random;
    private final int oneIn;
    private int taken;

    /** @param oneIn trouble comes at one in so many mails */
    BadDay(long seed, int oneIn) {
        random = new Random(seed);
        this.oneIn = oneIn;
    }

    /** Refused for good: there is no such inbox. */
    static boolean isGone(String recipient) {
        return recipient.matches("reader\\d*0@.*");
    }

    /** Refused too, but it may be emptied one day. */
    static boolean isFull(String recipient) {
        return recipient.matches("reader\\d*[05]5@.*");
    }

    @Override
    public Act at(Moment moment, int connection, String argument) {
        Act act = choose(moment, argument);
        if (moment == Moment.END && (act instanceof Act.Agree || act instanceof Act.TakeAndCut)) count();
        return act;
    }

    private Act choose(Moment moment, String argument) {
        if (moment == Moment.GREETING) return new Act.Agree();
        if (moment == Moment.RCPT && isGone(argument))
            return new Act.Say("550 5.1.1 <" + argument + "> no such user here");
        Act act;
        boolean slow;
        synchronized (this) {
            // A mail has five such moments.
            act = random.nextInt(5 * oneIn) > 0 ? new Act.Agree() : TROUBLES.get(random.nextInt(TROUBLES.size()));
            if (moment == Moment.END && act instanceof Act.Agree && random.nextInt(2 * oneIn) == 0)
                act = random.nextBoolean() ? new Act.TakeAndCut() : new Act.Cut();
            slow = random.nextInt(5 * oneIn) == 0;
        }
        // The server's own slowness, not the test's: it answers late.
        if (slow) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
        if (moment == Moment.BODY) return act instanceof Act.Cut ? act : new Act.Agree();
        if (moment != Moment.END || !isFull(argument)) return act;
        if (act instanceof Act.TakeAndCut) return new Act.Cut();
        return act instanceof Act.Agree ? new Act.Say("552 5.2.2 " + argument + ": mailbox full") : act;
    }

    private synchronized void count() {
        taken++;
        notifyAll();
    }

    synchronized int taken() {
        return taken;
    }

    /** Returns when it has taken so many. */
    synchronized void await(int mails, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (taken < mails) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) throw new AssertionError("took " + taken + " mails and not " + mails + " in " + most);
            wait(left);
        }
    }
}
