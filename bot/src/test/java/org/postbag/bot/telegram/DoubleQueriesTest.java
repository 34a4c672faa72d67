package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Buttons that are pressed, inline queries, and the answers to both. */
class DoubleQueriesTest {
    private static final String TOO_OLD =
            "Bad Request: query is too old and response timeout expired or query ID is invalid";
    private TelegramDouble telegram;
    private BotClient bot;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        bot = new BotClient(telegram);
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    private String press(String id, String text) {
        return bot.refusal(
                "answerCallbackQuery", "{\"callback_query_id\": \"%s\", \"text\": \"%s\"}".formatted(id, text));
    }

    @Test
    @DisplayName("a button is looked up by its label on the message as it is now, and answered once")
    void presses() {
        String keyboard =
                "\"reply_markup\": {\"inline_keyboard\": [[{\"text\": \"%s ▶\", \"callback_data\": \"%s\"}]]}}";
        bot.call("sendMessage", "{\"chat_id\": 42, \"text\": \"x\", " + keyboard.formatted("Next", "p2"));
        bot.call(
                "editMessageText",
                "{\"chat_id\": 42, \"message_id\": 1, \"text\": \"y\", " + keyboard.formatted("Next", "p3"));
        DoublePeople.Event event = telegram.people().pressButton(42, 42, 1, "Next");
        JsonNode query = bot.call("getUpdates", "{}").path("result").get(0).path("callback_query");
        assertThat(query.path("data").asText()).isEqualTo("p3");
        assertThat(query.path("message").path("text").asText()).isEqualTo("y");
        assertThatThrownBy(() -> telegram.people().pressButton(42, 42, 1, "Back"))
                .hasMessageContaining("[Next ▶]");
        assertThat(press(event.query(), "x".repeat(201))).isEqualTo("Bad Request: MESSAGE_TOO_LONG");
        assertThat(press(event.query(), "done")).isEmpty();
        assertThat(telegram.screen().answer(event).path("text").asText()).isEqualTo("done");
        assertThat(press(event.query(), "done")).isEqualTo(TOO_OLD);
        assertThat(press("123", "done")).isEqualTo(TOO_OLD);
        assertThat(telegram.violations()).isEmpty();
    }

    private static String article(String id, String more) {
        return "{\"type\": \"article\", \"id\": \"" + id + "\"" + more + "}";
    }

    private String answer(String query, String results, String more) {
        return bot.refusal(
                "answerInlineQuery",
                "{\"inline_query_id\": \"" + query + "\", \"results\": [" + results + "]" + more + "}");
    }

    @Test
    @DisplayName("inline answers are held to their limits: 50 results, ids of their own, a title and a text each")
    void inline() {
        String good =
                ", \"title\": \"t\", \"input_message_content\": {\"message_text\": \"<b>x</b>\", \"parse_mode\": \"HTML\"}";
        String query = telegram.people().inline(42, "words", "").query();
        assertThat(answer(query, article("a", ", \"title\": \"t\""), "")).contains("input_message_content");
        assertThat(answer(query, article("a", good.replace("\"title\": \"t\", ", "")), ""))
                .contains("title");
        assertThat(answer(query, article("a", good) + "," + article("a", good), ""))
                .isEqualTo("Bad Request: RESULT_ID_DUPLICATE");
        assertThat(answer(query, article("a".repeat(65), good), "")).isEqualTo("Bad Request: RESULT_ID_INVALID");
        assertThat(answer(query, article("a", good.replace("</b>", "")), "")).contains("can't parse entities");
        assertThat(answer(query, many(51, good), "")).isEqualTo("Bad Request: too many inline query results specified");
        assertThat(answer(query, "", ", \"next_offset\": \"" + "é".repeat(33) + "\""))
                .isEqualTo("Bad Request: NEXT_OFFSET_INVALID");
        assertThat(answer(query, "", ", \"button\": {\"text\": \"x\"}")).contains("exactly one optional field");
        assertThat(answer(query, "", ", \"button\": {\"text\": \"x\", \"start_parameter\": \"a b\"}"))
                .isEqualTo("Bad Request: START_PARAM_INVALID");
        assertThat(telegram.violations()).isEmpty();
        assertThat(answer(
                        query, many(50, good), ", \"next_offset\": \"50\", \"cache_time\": 60, \"is_personal\": true"))
                .isEmpty();
        assertThat(telegram.screen().answer(query).path("results")).hasSize(50);
        assertThat(answer(query, "", "")).isEqualTo(TOO_OLD);
    }

    private static String many(int count, String good) {
        return IntStream.range(0, count).mapToObj(i -> article("r" + i, good)).collect(Collectors.joining(","));
    }
}
