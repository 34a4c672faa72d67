package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** getMe, getChat, getChatMember, getChatAdministrators and leaveChat. */
final class DoubleChatMethods {
    private static final JsonMapper JSON = new JsonMapper();

    private final DoubleChats chats;

    DoubleChatMethods(DoubleChats chats) {
        this.chats = chats;
    }

    ObjectNode me() {
        return chats.user(DoubleChats.BOT_ID)
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", true)
                .put("supports_inline_queries", true)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    ObjectNode chat(ObjectNode call) {
        DoubleChat chat = chats.find(call.path("chat_id"));
        if (!chat.isPrivate()) DoubleAccess.enter(chat);
        ObjectNode full = chat.json().put("accent_color_id", 1).put("max_reaction_count", 11);
        full.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        if (chat.isGroup()) full.putObject("permissions").put("can_send_messages", true);
        return full;
    }

    ObjectNode member(ObjectNode call) {
        DoubleChat chat = chats.find(call.path("chat_id"));
        DoubleAccess.enter(chat);
        long user = call.path("user_id").asLong();
        if (user <= 0) throw BotApiError.badRequest("invalid user_id specified");
        if (user == DoubleChats.BOT_ID) return chat.bot.json(chats.user(user), chat.isChannel());
        if (chat.isChannel() && !chat.bot.isAdministrator())
            throw BotApiError.badRequest("member list is inaccessible");
        if (chat.isPrivate() && user != chat.id) throw BotApiError.badRequest("member not found");
        DoubleMember place = chat.isPrivate() ? DoubleMember.member() : chat.member(user);
        return place.json(chats.user(user), chat.isChannel());
    }

    ArrayNode administrators(ObjectNode call) {
        DoubleChat chat = chats.find(call.path("chat_id"));
        DoubleAccess.enter(chat);
        if (chat.isPrivate()) throw BotApiError.badRequest("there are no administrators in the private chat");
        if (chat.isChannel() && !chat.bot.isAdministrator())
            throw BotApiError.badRequest("member list is inaccessible");
        ArrayNode all = JSON.createArrayNode();
        chat.members.forEach((user, place) -> {
            if (place.isAdministrator()) all.add(place.json(chats.user(user), chat.isChannel()));
        });
        if (chat.bot.isAdministrator()) all.add(chat.bot.json(chats.user(DoubleChats.BOT_ID), chat.isChannel()));
        return all;
    }

    void leave(ObjectNode call) {
        DoubleChat chat = chats.find(call.path("chat_id"));
        DoubleAccess.enter(chat);
        if (chat.isPrivate()) throw BotApiError.badRequest("chat member status can't be changed in private chats");
        chat.bot = DoubleMember.left();
    }
}
