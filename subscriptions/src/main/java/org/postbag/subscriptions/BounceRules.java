package org.postbag.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.postbag.subscriptions.Result.Done;
import org.postbag.subscriptions.Result.Kind;

/**
 * When bounces are too many. A hard bounce or a complaint suppresses at once. A soft one adds a point, but only the first
 * of a day (UTC), and points are worth half after every {@code halfLife}; from {@code most} points on the address is
 * suppressed. With the numbers of {@link #DEFAULTS} that takes at least five different days: seven in a row, for a mail
 * a day, while one mail a week never sums up to it. A digest that arrives takes no point away; time does.
 *
 * @param most points from which an address is suppressed
 * @param halfLife after which points are worth half
 */
public record BounceRules(double most, Duration halfLife) {

    public static final BounceRules DEFAULTS = new BounceRules(5, Duration.ofDays(7));

    public BounceRules {
        if (!(most > 0) || halfLife.isNegative() || halfLife.isZero())
            throw new IllegalArgumentException("points and half-life must be positive");
    }

    /** What a bounce makes of a subscription and of its score. */
    Roster.Verdict judge(Subscription before, BounceScore score, Bounce bounce, Instant now) {
        BounceScore after = bounce.kind() == Bounce.Kind.SOFT ? counted(score, now) : score;
        boolean tooMany = bounce.kind() != Bounce.Kind.SOFT || after.points() >= most;
        return new Roster.Verdict(
                after, tooMany ? Standing.suppress(before, bounce.reason()) : new Done(before, Kind.UNCHANGED));
    }

    private BounceScore counted(BounceScore score, Instant now) {
        Instant last = score.counted();
        if (last == null) return new BounceScore(1, now);
        if (!now.isAfter(last) || day(now) == day(last)) return score;
        double halvings = (double) Duration.between(last, now).toMillis() / halfLife.toMillis();
        return new BounceScore(score.points() * Math.pow(0.5, halvings) + 1, now);
    }

    private static long day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
