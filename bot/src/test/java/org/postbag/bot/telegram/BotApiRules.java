package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Bot API's rules for messages, from its public documentation: known fields, formatting, limits, error words. */
final class BotApiRules {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "sendmessage",
            Set.of(
                    "chat_id",
                    "message_thread_id",
                    "text",
                    "parse_mode",
                    "entities",
                    "link_preview_options",
                    "disable_notification",
                    "protect_content",
                    "reply_parameters",
                    "reply_markup",
                    "method"),
            "editmessagetext",
            Set.of(
                    "chat_id",
                    "message_id",
                    "inline_message_id",
                    "text",
                    "parse_mode",
                    "entities",
                    "link_preview_options",
                    "reply_markup",
                    "method"));
    private static final Set<String> TAGS = Set.of(
            "b",
            "strong",
            "i",
            "em",
            "u",
            "ins",
            "s",
            "strike",
            "del",
            "span",
            "tg-spoiler",
            "a",
            "code",
            "pre",
            "blockquote",
            "tg-emoji");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\\s[^<>]*)?)>");
    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");
    private static final int MOST_UNITS = 4096;
    private static final int MOST_ENTITIES = 100;
    private static final int MOST_CALLBACK_BYTES = 64;

    private BotApiRules() {}

    /** The first rule a call breaks, in Telegram's words; null when it breaks none. */
    static String brokenBy(ObjectNode call) {
        Set<String> known = FIELDS.get(call.path("method").asText().toLowerCase(java.util.Locale.ROOT));
        for (Iterator<String> names = call.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) return "unknown field " + name;
        }
        if (!call.path("chat_id").asText().matches("-?\\d+|@\\w+")) return "Bad Request: chat_id is empty";
        String problem = textProblem(call);
        return problem != null ? problem : buttonProblem(call.path("reply_markup"));
    }

    private static String textProblem(ObjectNode call) {
        String text = call.path("text").asText();
        int entities = 0;
        if (call.path("parse_mode").asText().equalsIgnoreCase("html")) {
            Parsed parsed = parse(text);
            if (parsed.problem() != null) return "Bad Request: can't parse entities: " + parsed.problem();
            text = parsed.text();
            entities = parsed.entities();
        } else if (call.has("parse_mode")) {
            return "Bad Request: unsupported parse_mode";
        }
        if (text.isBlank()) return "Bad Request: message text is empty";
        if (text.length() > MOST_UNITS) return "Bad Request: message is too long";
        return entities > MOST_ENTITIES ? "Bad Request: too many entities" : null;
    }

    private static String buttonProblem(JsonNode markup) {
        for (JsonNode row : markup.path("inline_keyboard"))
            for (JsonNode button : row) {
                if (button.path("text").asText().isEmpty()) return "Bad Request: text buttons are empty";
                if (button.path("url").asText().startsWith("https://")) continue;
                int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
                if (bytes < 1 || bytes > MOST_CALLBACK_BYTES) return "Bad Request: BUTTON_DATA_INVALID";
            }
        return null;
    }

    /** A text without its formatting, and how much formatting there was. */
    record Parsed(String text, int entities, String problem) {}

    static Parsed parse(String html) {
        StringBuilder text = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        int entities = 0;
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                Matcher tag = TAG.matcher(html).region(at, html.length());
                if (!tag.lookingAt())
                    return new Parsed("", 0, "Unexpected character at byte offset " + bytes(html, at));
                String name = tag.group(2).toLowerCase(java.util.Locale.ROOT);
                if (!TAGS.contains(name))
                    return new Parsed(
                            "", 0, "Unsupported start tag \"" + name + "\" at byte offset " + bytes(html, at));
                if (tag.group(1).isEmpty()) {
                    open.push(name);
                    entities++;
                } else if (open.isEmpty() || !open.pop().equals(name)) {
                    return new Parsed("", 0, "Unmatched end tag at byte offset " + bytes(html, at));
                }
                at = tag.end();
            } else if (c == '&') {
                Matcher entity = ENTITY.matcher(html).region(at, html.length());
                if (entity.lookingAt()) {
                    text.append(decoded(entity.group(1)));
                    at = entity.end();
                } else {
                    text.append('&');
                    at++;
                }
            } else {
                text.append(c);
                at++;
            }
        }
        if (!open.isEmpty())
            return new Parsed("", 0, "Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
        return new Parsed(text.toString(), entities, null);
    }

    private static String decoded(String entity) {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default ->
                Character.toString(
                        entity.startsWith("#x")
                                ? Integer.parseInt(entity.substring(2), 16)
                                : Integer.parseInt(entity.substring(1)));
        };
    }

    private static int bytes(String text, int upTo) {
        return text.substring(0, upTo).getBytes(StandardCharsets.UTF_8).length;
    }

    static ObjectNode me() {
        return JSON.createObjectNode()
                .put("id", 123456)
                .put("is_bot", true)
                .put("first_name", "Postbag")
                .put("username", TelegramDouble.BOT);
    }

    static ObjectNode member(long user, boolean administrator) {
        ObjectNode member = JSON.createObjectNode().put("status", administrator ? "creator" : "member");
        if (administrator) member.put("is_anonymous", false);
        member.putObject("user").put("id", user).put("is_bot", false).put("first_name", "Somebody");
        return member;
    }

    static ObjectNode message(int id, long chat, String text) {
        ObjectNode message = JSON.createObjectNode()
                .put("message_id", id)
                .put("date", 1_800_000_000L)
                .put("text", text);
        message.putObject("chat").put("id", chat).put("type", chat > 0 ? "private" : "supergroup");
        message.set("from", me());
        return message;
    }
}
