package org.postbag.bot.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.postbag.bot.telegram.TelegramDouble.Fault;

/** What goes wrong: faults that a test has asked for, then a seeded share of all texts sent and edited. */
final class DoubleFaults {
    private static final Set<String> TEXTS = Set.of("sendmessage", "editmessagetext");
    private static final List<Fault> CHAOS = List.of(
            Fault.TOO_MANY, Fault.BAD_GATEWAY, Fault.HANG, Fault.HANG_BEFORE, Fault.CUT_BEFORE, Fault.CUT_AFTER);

    private final Map<String, Deque<Fault>> asked = new HashMap<>();
    private final Map<String, Deque<BotApiError>> refusals = new HashMap<>();
    private final Map<Fault, Integer> met = new java.util.EnumMap<>(Fault.class);
    private Random random;
    private int oneIn;

    /** A fault and, for 429, the seconds it tells to wait. */
    record Met(Fault fault, int retryAfter) {}

    synchronized void next(String method, Fault... some) {
        asked.computeIfAbsent(method.toLowerCase(Locale.ROOT), m -> new ArrayDeque<>())
                .addAll(List.of(some));
    }

    synchronized void refuse(String method, BotApiError error) {
        refusals.computeIfAbsent(method.toLowerCase(Locale.ROOT), m -> new ArrayDeque<>())
                .add(error);
    }

    synchronized void chaos(long seed, int share) {
        random = share > 0 ? new Random(seed) : null;
        oneIn = share;
    }

    /** What this call meets; null for nothing. */
    synchronized Met meet(String key) {
        Deque<Fault> waiting = asked.get(key);
        if (waiting != null && !waiting.isEmpty()) return count(new Met(waiting.remove(), 7));
        if (random == null || !TEXTS.contains(key) || random.nextInt(oneIn) != 0) return null;
        return count(new Met(CHAOS.get(random.nextInt(CHAOS.size())), 1));
    }

    private Met count(Met fault) {
        met.merge(fault.fault, 1, Integer::sum);
        return fault;
    }

    synchronized BotApiError refusal(String key) {
        Deque<BotApiError> waiting = refusals.get(key);
        return waiting == null ? null : waiting.poll();
    }

    synchronized Map<Fault, Integer> met() {
        return Map.copyOf(met);
    }
}
