package org.postbag.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Holds a call against {@link BotApiTable}: known fields, required ones, types. What a form or a client gave as text
 * where the documentation has a number, a boolean or an object is read as JSON, as Telegram does. Limits and meaning
 * are the half of {@link BotApiText}, {@link BotApiKeyboards} and the methods themselves.
 */
final class BotApiSchema {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Map<String, String>> METHODS = read(BotApiTable.METHODS, true);
    private static final Map<String, Map<String, String>> OBJECTS = read(BotApiTable.OBJECTS, false);
    private static final Map<String, String> MISSING = Map.of(
            "chat_id", "chat_id is empty",
            "text", "message text is empty",
            "message_id", "message identifier is not specified",
            "document", "there is no document in the request",
            "photo", "there is no photo in the request",
            "action", "wrong parameter action in request",
            "user_id", "invalid user_id specified",
            "callback_query_id", "query is too old and response timeout expired or query ID is invalid",
            "inline_query_id", "query is too old and response timeout expired or query ID is invalid");

    private BotApiSchema() {}

    private static Map<String, Map<String, String>> read(String table, boolean lowerCase) {
        Map<String, Map<String, String>> all = new HashMap<>();
        table.lines().forEach(line -> {
            String[] words = line.split(" ");
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 1; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                boolean required = words[i].charAt(colon - 1) == '!';
                fields.put(
                        words[i].substring(0, required ? colon - 1 : colon),
                        (required ? "!" : "") + words[i].substring(colon + 1));
            }
            all.put(lowerCase ? words[0].toLowerCase(Locale.ROOT) : words[0], fields);
        });
        return Map.copyOf(all);
    }

    /** Throws for the first thing that the documentation does not allow; makes the call's fields of their types. */
    static void check(BotApiCall call) {
        call.fields().remove("method"); // clients may repeat it in the body, as in an answer to a webhook
        Map<String, String> known = METHODS.get(call.key());
        if (known == null) throw BotApiError.unknownMethod();
        checkFields(call.method(), call.fields(), known, call);
    }

    private static void checkFields(String where, ObjectNode given, Map<String, String> known, BotApiCall call) {
        for (String name : given.properties().stream().map(Map.Entry::getKey).toList()) {
            String type = known.get(name);
            if (type == null) throw BotApiError.violation(where + ": unknown field " + name);
            String bare = type.startsWith("!") ? type.substring(1) : type;
            given.set(name, checkValue(where + "." + name, given.get(name), bare, call));
        }
        known.forEach((name, type) -> {
            if (!type.startsWith("!")) return;
            JsonNode value = given.path(name);
            boolean file = type.equals("!File") && call.files().containsKey(name);
            if (file
                    || !(value.isMissingNode()
                            || value.isTextual() && value.asText().isEmpty())) return;
            if (where.equals("setWebhook")) return; // an empty address takes the webhook away
            throw call.method().equals(where) && MISSING.containsKey(name)
                    ? BotApiError.badRequest(MISSING.get(name))
                    : BotApiError.badRequest("can't parse " + where + ": Can't find field \"" + name + "\"");
        });
    }

    private static JsonNode checkValue(String where, JsonNode given, String type, BotApiCall call) {
        boolean textual = type.equals("String") || type.equals("File") || type.equals("Chat");
        JsonNode value = given.isTextual() && !textual ? parsed(where, given.asText()) : given;
        if (type.startsWith("[")) {
            if (!value.isArray()) throw wrong(where, "an Array", value);
            String element = type.substring(1, type.length() - 1);
            ArrayNode array = (ArrayNode) value;
            for (int i = 0; i < array.size(); i++) array.set(i, checkValue(where, array.get(i), element, call));
            return array;
        }
        switch (type) {
            case "Int" -> expect(where, "an Integer", value, value.isIntegralNumber());
            case "Bool" -> expect(where, "a Boolean", value, value.isBoolean());
            case "String", "File" -> expect(where, "a String", value, value.isTextual());
            case "Chat" ->
                expect(where, "an Integer or a String", value, value.isTextual() || value.isIntegralNumber());
            default -> {
                expect(where, "an Object", value, value.isObject());
                String name = concrete(where, type, value);
                checkFields(name, (ObjectNode) value, OBJECTS.get(name), call);
            }
        }
        return value;
    }

    /** Which of the objects that may stand here it is. */
    private static String concrete(String where, String type, JsonNode value) {
        if (type.equals("ReplyMarkup")) return value.has("force_reply") ? "ForceReply" : "InlineKeyboardMarkup";
        if (OBJECTS.containsKey(type)) return type;
        String name = type + "." + value.path("type").asText();
        if (!OBJECTS.containsKey(name))
            throw BotApiError.violation(
                    "can't parse " + where + ": type \"" + value.path("type").asText() + "\" is unsupported");
        return name;
    }

    private static JsonNode parsed(String where, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw BotApiError.violation("can't parse " + where + " JSON object");
        }
    }

    private static void expect(String where, String what, JsonNode value, boolean so) {
        if (!so) throw wrong(where, what, value);
    }

    private static BotApiError wrong(String where, String what, JsonNode value) {
        return BotApiError.violation(where + " must be " + what + ", not " + value.getNodeType());
    }
}
