package org.postbag.posts.collect.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Politeness towards hosts: so many requests at once to one of them, first come first served, and a gap between their
 * starts where one is asked for.
 */
final class HostQueue {
    /** More hosts than this, and those that nobody is at are forgotten once their gap is over. */
    private static final int MANY = 1000;

    private final int atOnce;
    private final Map<String, Lane> lanes = new HashMap<>();

    HostQueue(int atOnce) {
        this.atOnce = atOnce;
    }

    /** A place at a host, to be given back. */
    interface Turn {
        void done();
    }

    /**
     * Waits for a place.
     *
     * @param gap least time between the start of the request before and of this one
     */
    Turn enter(String host, Duration gap) throws InterruptedException {
        Lane lane = join(host);
        boolean placed = false;
        try {
            lane.places.acquire();
            placed = true;
            TimeUnit.NANOSECONDS.sleep(untilStart(lane, gap.toNanos()));
        } catch (InterruptedException e) {
            leave(lane, placed);
            throw e;
        }
        return () -> leave(lane, true);
    }

    private synchronized Lane join(String host) {
        if (lanes.size() > MANY) lanes.values().removeIf(Lane::isForgettable);
        Lane lane = lanes.computeIfAbsent(host, h -> new Lane(atOnce));
        lane.visitors++;
        return lane;
    }

    /** Books the next start; how many nanoseconds from now it is. */
    private synchronized long untilStart(Lane lane, long gap) {
        long now = System.nanoTime();
        long wait = lane.started ? Math.max(0, lane.lastStart + gap - now) : 0;
        lane.started = true;
        lane.lastStart = now + wait;
        lane.longestGap = Math.max(lane.longestGap, gap);
        return wait;
    }

    private synchronized void leave(Lane lane, boolean placed) {
        if (placed) lane.places.release();
        lane.visitors--;
    }

    private static final class Lane {
        private final Semaphore places;
        private int visitors;
        private boolean started;
        private long lastStart;
        private long longestGap;

        Lane(int atOnce) {
            places = new Semaphore(atOnce, true);
        }

        boolean isForgettable() {
            return visitors == 0 && System.nanoTime() - lastStart > longestGap;
        }
    }
}
