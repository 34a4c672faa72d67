package org.postbag.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Updates that a test wrote by hand, however odd; chats, messages and queries in them exist from then on. {@link
 * DoublePeople} makes the well-formed ones.
 */
final class DoubleHandmade {
    private static final JsonMapper JSON = new JsonMapper();

    private final DoubleChats chats;
    private final DoubleUpdates updates;
    private final DoubleQueries queries;

    DoubleHandmade(DoubleChats chats, DoubleUpdates updates, DoubleQueries queries) {
        this.chats = chats;
        this.updates = updates;
        this.queries = queries;
    }

    int add(String kind, String json) {
        try {
            JsonNode content = JSON.readTree(json);
            note(content);
            note(content.path("message"));
            queries.seen(kind, content.path("id").asText());
            return updates.add(kind, content, false);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void note(JsonNode content) {
        if (!content.path("chat").path("id").isIntegralNumber()) return;
        DoubleChat chat = chats.seen(content.path("chat"));
        int id = content.path("message_id").asInt();
        if (id == 0 || !content.path("message_id").isInt()) return;
        chat.used(id);
        chat.messages.putIfAbsent(
                id,
                new DoubleMessage(
                        content.deepCopy(), false, content.path("text").asText()));
    }
}
