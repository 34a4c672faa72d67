package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Updates that wait for the bot, and getUpdates. Guarded by {@link TelegramDouble}'s lock, on which a long poll waits;
 * {@link DoubleWebhook} takes from the same queue.
 */
final class DoubleUpdates {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_POLL = 50;
    /** Kinds of the Bot API's Update object; those that must be asked for by name are in {@link #BY_NAME}. */
    private static final Set<String> KINDS = Set.of(
            "message",
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "inline_query",
            "chosen_inline_result",
            "callback_query",
            "my_chat_member",
            "chat_member",
            "chat_join_request",
            "message_reaction",
            "message_reaction_count",
            "poll",
            "poll_answer",
            "shipping_query",
            "pre_checkout_query",
            "chat_boost",
            "removed_chat_boost",
            "business_connection",
            "business_message",
            "edited_business_message",
            "deleted_business_messages",
            "purchased_paid_media");

    private static final Set<String> BY_NAME = Set.of("chat_member", "message_reaction", "message_reaction_count");

    private final Object lock;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private Set<String> allowed = Set.of();
    private int last = 500;
    private long highestOffset;
    private int poll;
    private String endedBy = "";
    private boolean closing;

    /** @param always delivered even where its kind was not asked for */
    record Pending(int id, String kind, ObjectNode json, boolean always) {}

    DoubleUpdates(Object lock) {
        this.lock = lock;
    }

    int add(String kind, JsonNode content, boolean always) {
        ObjectNode update = JSON.createObjectNode().put("update_id", ++last);
        update.set(kind, content);
        pending.add(new Pending(last, kind, update, always));
        lock.notifyAll();
        return last;
    }

    /** Long polling: confirms what is before the offset and waits for an update. */
    ArrayNode poll(JsonNode call, boolean webhook) {
        if (webhook)
            throw BotApiError.conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        end("terminated by other getUpdates request; make sure that only one bot instance is running");
        int mine = poll;
        allow(call);
        confirm(call.path("offset").asLong());
        int limit = call.path("limit").asInt(100);
        if (limit < 1 || limit > 100) throw BotApiError.violation("getUpdates: limit must be 1-100");
        long end = System.nanoTime()
                + Math.min(LONGEST_POLL, Math.max(0, call.path("timeout").asLong())) * 1_000_000_000L;
        while (pending.isEmpty() && !closing && System.nanoTime() < end) {
            if (!waited(end)) break;
            if (poll != mine) throw BotApiError.conflict(endedBy);
            forgetUnwanted();
        }
        ArrayNode result = JSON.createArrayNode();
        for (Pending each : pending) {
            if (result.size() == limit) break;
            result.add(each.json);
        }
        return result;
    }

    private boolean waited(long end) {
        try {
            lock.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void confirm(long offset) {
        highestOffset = Math.max(highestOffset, offset);
        if (offset < 0) while (pending.size() > -offset) pending.remove();
        else while (!pending.isEmpty() && pending.peek().id < offset) pending.remove();
        forgetUnwanted();
        lock.notifyAll();
    }

    /** Keeps the kinds that a call names; one that names none leaves them as they were. */
    void allow(JsonNode call) {
        if (!call.has("allowed_updates")) return;
        Set<String> named = new HashSet<>();
        call.path("allowed_updates").forEach(kind -> named.add(kind.asText()));
        for (String kind : named)
            if (!KINDS.contains(kind)) throw BotApiError.violation("allowed_updates: there is no kind " + kind);
        allowed = named;
        forgetUnwanted();
    }

    Set<String> allowed() {
        return Set.copyOf(allowed);
    }

    private void forgetUnwanted() {
        if (pending.removeIf(each -> !each.always && !wants(each.kind))) lock.notifyAll();
    }

    private boolean wants(String kind) {
        return allowed.isEmpty() ? !BY_NAME.contains(kind) : allowed.contains(kind);
    }

    /** Ends a poll that is under way, in these words. */
    void end(String words) {
        poll++;
        endedBy = words;
        lock.notifyAll();
    }

    Deque<Pending> pending() {
        forgetUnwanted();
        return pending;
    }

    void drop() {
        pending.clear();
        lock.notifyAll();
    }

    /** What is below has been handled, or was not wanted. */
    long confirmedOffset() {
        return Math.max(highestOffset, pending.isEmpty() ? last + 1 : pending.peek().id);
    }

    void close() {
        closing = true;
        lock.notifyAll();
    }
}
