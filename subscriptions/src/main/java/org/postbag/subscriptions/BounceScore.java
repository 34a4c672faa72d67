package org.postbag.subscriptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How badly an inbox has answered lately.
 *
 * @param points as they were at {@code counted}; what they are worth later, {@link BounceRules} says
 * @param counted when a soft bounce was last added; null when none was since the start
 */
public record BounceScore(double points, @Nullable Instant counted) {

    public static final BounceScore NONE = new BounceScore(0, null);
}
