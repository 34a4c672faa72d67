package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command menus by scope and language (setMyCommands, BotCommandScope, "Determining list of commands"). */
final class DoubleMenus {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_COMMANDS = 100;

    private final DoubleChats chats;
    private final Map<String, ArrayNode> menus = new HashMap<>();

    DoubleMenus(DoubleChats chats) {
        this.chats = chats;
    }

    void set(ObjectNode call) {
        ArrayNode commands = (ArrayNode) call.path("commands");
        if (commands.size() > MOST_COMMANDS) throw BotApiError.badRequest("BOT_COMMANDS_TOO_MUCH");
        for (JsonNode command : commands) {
            // Telegram takes a slash off; capitals and everything else are refused.
            if (!command.path("command").asText().matches("[a-z0-9_]{1,32}"))
                throw BotApiError.badRequest("BOT_COMMAND_INVALID");
            int length = command.path("description").asText().length();
            if (length < 1 || length > 256) throw BotApiError.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        menus.put(key(call), commands);
    }

    void delete(ObjectNode call) {
        menus.remove(key(call));
    }

    ArrayNode get(ObjectNode call) {
        return menus.getOrDefault(key(call), JSON.createArrayNode());
    }

    /** The menu of a scope, written as its type and ids parted by colons, such as chat:-5; command to description. */
    Map<String, String> of(String scope, String lang) {
        Map<String, String> menu = new LinkedHashMap<>();
        menus.getOrDefault(scope + " " + lang, JSON.createArrayNode())
                .forEach(c -> menu.put(
                        c.path("command").asText(), c.path("description").asText()));
        return menu;
    }

    /** What the app of a user shows in a chat: the narrowest scope that has commands, in the language first. */
    Map<String, String> shown(DoubleChat chat, long user, String lang) {
        List<String> scopes = new ArrayList<>();
        if (chat.isPrivate()) scopes.addAll(List.of("chat:" + chat.id, "all_private_chats"));
        else {
            boolean administrator = chat.member(user).isAdministrator();
            scopes.add("chat_member:" + chat.id + ":" + user);
            if (administrator) scopes.add("chat_administrators:" + chat.id);
            scopes.add("chat:" + chat.id);
            if (administrator) scopes.add("all_chat_administrators");
            scopes.add("all_group_chats");
        }
        scopes.add("default");
        for (String scope : scopes)
            for (String language : List.of(lang, "")) {
                Map<String, String> menu = of(scope, language);
                if (!menu.isEmpty()) return menu;
            }
        return Map.of();
    }

    private String key(ObjectNode call) {
        String lang = call.path("language_code").asText();
        if (!lang.matches("([a-z]{2})?")) throw BotApiError.badRequest("invalid language code specified");
        JsonNode scope = call.path("scope");
        String type = scope.path("type").asText("default");
        if (!scope.has("chat_id")) return type + " " + lang;
        DoubleChat chat = chats.find(scope.path("chat_id"));
        if (chat.isChannel()) throw BotApiError.badRequest("can't change commands in channel chats");
        if (chat.isPrivate() && !type.equals("chat"))
            throw BotApiError.badRequest("can't use specified scope in private chats");
        DoubleAccess.enter(chat);
        String key = type + ":" + chat.id;
        return (scope.has("user_id") ? key + ":" + scope.path("user_id").asLong() : key) + " " + lang;
    }
}
