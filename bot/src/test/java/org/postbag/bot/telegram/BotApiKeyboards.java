package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What the Bot API asks of reply_markup: InlineKeyboardMarkup, InlineKeyboardButton, ForceReply. */
final class BotApiKeyboards {
    private static final int MOST_BUTTONS = 100;
    private static final int MOST_IN_A_ROW = 8;
    private static final int MOST_DATA_BYTES = 64;
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://[^\\s/?#]+\\S*|tg://\\S+)");
    private static final List<String> ACTIONS = List.of(
            "url",
            "callback_data",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "copy_text");

    private BotApiKeyboards() {}

    static void check(JsonNode markup) {
        if (markup.has("force_reply")) {
            if (!markup.path("force_reply").asBoolean()) throw BotApiError.violation("force_reply must be true");
            String placeholder = markup.path("input_field_placeholder").asText("x");
            if (placeholder.isEmpty() || placeholder.length() > 64)
                throw BotApiError.violation("input_field_placeholder must have 1-64 characters");
            return;
        }
        int buttons = 0;
        for (JsonNode row : markup.path("inline_keyboard")) {
            if (row.size() > MOST_IN_A_ROW)
                throw BotApiError.violation("more than " + MOST_IN_A_ROW + " buttons in a row");
            buttons += row.size();
            for (JsonNode button : row) checkButton(button);
        }
        if (buttons > MOST_BUTTONS) throw BotApiError.badRequest("reply markup is too long");
    }

    private static void checkButton(JsonNode button) {
        if (button.path("text").asText().isBlank()) throw BotApiError.badRequest("text buttons are empty");
        long actions = ACTIONS.stream().filter(button::has).count();
        if (actions == 0) throw BotApiError.badRequest("text buttons are unallowed in the inline keyboard");
        if (actions > 1) throw BotApiError.violation("an inline button must have exactly one action: " + button);
        if (button.has("callback_data")) {
            int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > MOST_DATA_BYTES) throw BotApiError.badRequest("BUTTON_DATA_INVALID");
        }
        if (button.has("url")) {
            String url = button.path("url").asText();
            if (!ADDRESS.matcher(url).matches())
                throw BotApiError.badRequest("inline keyboard button URL '" + url + "' is invalid");
        }
        if (button.has("copy_text")) {
            int length = button.path("copy_text").path("text").asText().length();
            if (length < 1 || length > 256) throw BotApiError.badRequest("BUTTON_COPY_TEXT_INVALID");
        }
    }
}
