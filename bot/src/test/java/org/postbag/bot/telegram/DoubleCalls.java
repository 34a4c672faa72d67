package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every call that came, by method and, where it was accepted, by chat. Guarded by {@link TelegramDouble}'s lock. */
public final class DoubleCalls {
    private static final Set<String> MESSAGES = Set.of("sendmessage", "senddocument", "sendphoto");

    private final Map<String, List<JsonNode>> byMethod = new HashMap<>();
    private final Map<String, Map<Long, List<JsonNode>>> accepted = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private int messages;
    private long first;
    private long last;

    /**
     * Accepted messages and the time between the first and the last.
     *
     * @param messages how many
     */
    public record Rate(int messages, Duration between) {
        /** Messages a second; the first one starts the clock and does not count. */
        public double perSecond() {
            return between.isZero() ? 0 : (messages - 1) / (between.toNanos() / 1e9);
        }
    }

    void record(BotApiCall call, boolean wasAccepted, long chat) {
        ObjectNode fields = call.fields();
        fields.put("method", call.method()).put("accepted", wasAccepted);
        byMethod.computeIfAbsent(call.key(), m -> new ArrayList<>()).add(fields);
        if (!wasAccepted || chat == 0) return;
        accepted.computeIfAbsent(call.key(), m -> new HashMap<>())
                .computeIfAbsent(chat, c -> new ArrayList<>())
                .add(fields);
        if (!MESSAGES.contains(call.key())) return;
        last = System.nanoTime();
        if (messages++ == 0) first = last;
    }

    void violation(String what) {
        violations.add(what);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    List<JsonNode> of(String method) {
        return List.copyOf(byMethod.getOrDefault(method.toLowerCase(Locale.ROOT), List.of()));
    }

    List<JsonNode> accepted(String method, long chat) {
        return List.copyOf(
                accepted.getOrDefault(method.toLowerCase(Locale.ROOT), Map.of()).getOrDefault(chat, List.of()));
    }

    /** How many messages each chat has got. */
    Map<Long, Integer> perChat() {
        Map<Long, Integer> counts = new HashMap<>();
        for (String method : MESSAGES)
            accepted.getOrDefault(method, Map.of())
                    .forEach((chat, list) -> counts.merge(chat, list.size(), Integer::sum));
        return counts;
    }

    int messages() {
        return messages;
    }

    Rate rate() {
        return new Rate(messages, Duration.ofNanos(last - first));
    }

    /** The latest calls of each method, for a test that waits in vain. */
    String tail() {
        StringBuilder text = new StringBuilder();
        byMethod.forEach((method, calls) -> text.append('\n')
                .append(method)
                .append(" ×")
                .append(calls.size())
                .append(", last: ")
                .append(calls.subList(Math.max(0, calls.size() - 5), calls.size())));
        return text.toString();
    }
}
