package org.postbag.bot.telegram.rate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a limit on the whole bot from limits on single chats, for a 429 does not say which it is: several chats refused
 * within a second are no coincidence.
 */
final class FloodWatch {
    private static final int CHATS = 3;
    private static final long TOGETHER = 1_000_000_000L;

    private record Refusal(long at, long until) {}

    private final Map<String, Refusal> refusals = new LinkedHashMap<>();

    /**
     * @param chat any name will do
     * @param retryAfter nanoseconds
     * @return until when everything is to be held: the shortest of the pauses asked for; {@code now} when it need not be
     */
    long refused(String chat, long retryAfter, long now) {
        refusals.values().removeIf(refusal -> now - refusal.at() > TOGETHER);
        refusals.put(chat, new Refusal(now, now + retryAfter));
        if (refusals.size() < CHATS) return now;
        long shortest =
                refusals.values().stream().mapToLong(Refusal::until).min().orElse(now);
        refusals.clear();
        return Math.max(now, shortest);
    }
}
