package org.postbag.bot.telegram.rate;

/**
 * What holds for all chats together: a window of a second, an even pace in it, and a pause when Telegram asks everybody
 * for one. Arithmetic only; {@link RateGate} locks and waits. Times are nanoseconds of its clock.
 */
final class GlobalLimits {
    private static final long SECOND = 1_000_000_000L;

    private final AnsweredWindow second;
    private final Allowance allowance;
    private final RoundTrips trips = new RoundTrips();
    private long heldUntil;

    GlobalLimits(int perSecond, Pace pace) {
        second = new AnsweredWindow(perSecond, SECOND);
        allowance = new Allowance(pace);
    }

    RoundTrips trips() {
        return trips;
    }

    /** Whether only the pace stands between the next message and the road, and has to be asked. */
    boolean needsPermits(long now) {
        return unpaced(now) <= now && allowance.isEmpty(now);
    }

    /**
     * A new batch from the pace.
     *
     * @param wait nanoseconds to its first permit
     */
    void permits(long wait, long now) {
        allowance.fill(wait, now);
    }

    /** When the next message may leave, or when to ask again; {@code now} also where permits have lapsed. */
    long earliest(long now) {
        long unpaced = unpaced(now);
        return unpaced > now || allowance.isEmpty(now) ? unpaced : allowance.next();
    }

    private long unpaced(long now) {
        return Math.max(heldUntil, second.earliest(now, trips));
    }

    void leave(Departure departure, long now) {
        allowance.spend();
        departure.leave(now);
        second.hold(departure);
    }

    void answered(Departure departure, long now) {
        trips.add(now - departure.left(), now);
        departure.answer(now);
        second.answered(departure);
    }

    void hold(long until) {
        heldUntil = Math.max(heldUntil, until);
    }
}
