package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Presses of buttons and inline queries that wait for an answer, and the answers (answerCallbackQuery, answerInlineQuery). */
final class DoubleQueries {
    private static final int MOST_RESULTS = 50;
    private static final int MOST_ID_BYTES = 64;

    private final Set<String> presses = new HashSet<>();
    private final Set<String> inline = new HashSet<>();
    private final Map<String, JsonNode> answers = new HashMap<>();
    private long last = 4_000_000_000_000_000_000L;

    String newPress() {
        String id = Long.toString(++last);
        presses.add(id);
        return id;
    }

    String newInline() {
        String id = Long.toString(++last);
        inline.add(id);
        return id;
    }

    /** Notes the id of a query that a test wrote by hand. */
    void seen(String kind, String id) {
        if (kind.equals("callback_query")) presses.add(id);
        if (kind.equals("inline_query")) inline.add(id);
    }

    /** What was answered to a query; null when nothing was. */
    JsonNode answer(String id) {
        return answers.get(id);
    }

    Map<String, JsonNode> answers() {
        return Map.copyOf(answers);
    }

    void answerPress(ObjectNode call) {
        String id = call.path("callback_query_id").asText();
        if (call.path("text").asText().length() > 200) throw BotApiError.badRequest("MESSAGE_TOO_LONG");
        String url = call.path("url").asText();
        if (!url.isEmpty() && !url.startsWith("https://t.me/" + TelegramDouble.BOT + "?start="))
            throw BotApiError.badRequest("URL_INVALID");
        if (call.path("cache_time").asInt() < 0) throw BotApiError.violation("cache_time must not be negative");
        take(presses, id);
        answers.put(id, call);
    }

    void answerInline(ObjectNode call) {
        String id = call.path("inline_query_id").asText();
        JsonNode results = call.path("results");
        if (results.size() > MOST_RESULTS) throw BotApiError.badRequest("too many inline query results specified");
        if (bytes(call.path("next_offset").asText()) > 64) throw BotApiError.badRequest("NEXT_OFFSET_INVALID");
        if (call.path("cache_time").asInt() < 0) throw BotApiError.violation("cache_time must not be negative");
        if (call.has("button")) {
            JsonNode button = call.path("button");
            if (!button.has("start_parameter"))
                throw BotApiError.badRequest(
                        "can't parse inline query results button: InlineQueryResultsButton must have"
                                + " exactly one optional field");
            if (!button.path("start_parameter").asText().matches("[A-Za-z0-9_-]{1,64}"))
                throw BotApiError.badRequest("START_PARAM_INVALID");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode result : results) {
            String own = result.path("id").asText();
            if (bytes(own) < 1 || bytes(own) > MOST_ID_BYTES) throw BotApiError.badRequest("RESULT_ID_INVALID");
            if (!ids.add(own)) throw BotApiError.badRequest("RESULT_ID_DUPLICATE");
            if (result.path("type").asText().equals("article")
                    && result.path("title").asText().isBlank()) throw BotApiError.badRequest("ARTICLE_TITLE_EMPTY");
            if (result.has("input_message_content"))
                BotApiText.message(result.path("input_message_content"), "message_text");
            BotApiText.caption(result);
            BotApiKeyboards.check(result.path("reply_markup"));
        }
        take(inline, id);
        answers.put(id, call);
    }

    private static void take(Set<String> open, String id) {
        if (!open.remove(id))
            throw BotApiError.badRequest("query is too old and response timeout expired or query ID is invalid");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
