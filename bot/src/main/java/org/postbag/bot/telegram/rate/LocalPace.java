package org.postbag.bot.telegram.rate;

/** The pace of a process that has the bot's whole budget to itself. One permit at a time. */
final class LocalPace implements Pace {
    private final long interval;
    private long next;

    LocalPace(int perSecond) {
        interval = 1_000_000_000L / perSecond;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public long interval() {
        return interval;
    }

    @Override
    public long take(long now) {
        long first = Math.max(next, now - Math.max(interval, CATCH_UP));
        next = first + interval;
        return first - now;
    }
}
