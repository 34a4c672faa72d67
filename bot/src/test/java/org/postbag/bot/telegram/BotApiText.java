package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * A text as Telegram keeps it, with its formatting apart; lengths are in UTF-16 code units (MessageEntity).
 *
 * @param entities an array of MessageEntity
 */
record BotApiText(String text, ArrayNode entities) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_ENTITIES = 100;

    /** The text of a call, 1 to 4096 units after its entities are parsed. */
    static BotApiText message(JsonNode call, String field) {
        BotApiText read = read(call, field, "entities");
        if (read.text.isBlank()) throw BotApiError.badRequest("message text is empty");
        if (read.text.length() > 4096) throw BotApiError.badRequest("message is too long");
        return read;
    }

    /** A caption, 0 to 1024 units. */
    static BotApiText caption(JsonNode call) {
        BotApiText read = read(call, "caption", "caption_entities");
        if (read.text.length() > 1024) throw BotApiError.badRequest("message caption is too long");
        return read;
    }

    private static BotApiText read(JsonNode call, String field, String given) {
        String text = call.path(field).asText();
        String mode = call.path("parse_mode").asText();
        if (!mode.isEmpty() && call.has(given))
            throw BotApiError.violation("parse_mode and " + given + " exclude each other");
        if (!mode.isEmpty() && !mode.equalsIgnoreCase("html")) throw BotApiError.badRequest("unsupported parse_mode");
        BotApiText read = mode.isEmpty() ? plain(text, call.path(given)) : BotApiHtml.parse(text);
        // Telegram drops what is over; a client that sends it would lose formatting.
        if (read.entities.size() > MOST_ENTITIES) throw BotApiError.badRequest("too many entities");
        return read;
    }

    private static BotApiText plain(String text, JsonNode entities) {
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode entity : entities) {
            int offset = entity.path("offset").asInt();
            int length = entity.path("length").asInt();
            if (offset < 0 || length < 1 || offset + length > text.length())
                throw BotApiError.violation("entity beyond the text: " + entity);
            kept.add(entity);
        }
        return new BotApiText(text, kept);
    }
}
