package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Which part of the double answers which method. */
final class DoubleMethods {
    private final Map<String, Function<BotApiCall, JsonNode>> methods = new HashMap<>();

    DoubleMethods(
            DoubleUpdates updates,
            DoubleWebhook webhook,
            DoubleMessages messages,
            DoubleFiles files,
            DoubleQueries queries,
            DoubleMenus menus,
            DoubleChatMethods chats) {
        put("getUpdates", call -> updates.poll(call.fields(), webhook.isSet()));
        does("setWebhook", call -> webhook.set(call.fields()));
        does("deleteWebhook", call -> {
            if (call.fields().path("drop_pending_updates").asBoolean()) updates.drop();
            webhook.stop();
        });
        put("getWebhookInfo", call -> webhook.info());
        put("sendMessage", messages::send);
        put("editMessageText", messages::editText);
        put("editMessageReplyMarkup", messages::editKeyboard);
        does("deleteMessage", messages::delete);
        does("sendChatAction", messages::action);
        put("sendDocument", files::document);
        put("sendPhoto", files::photo);
        does("answerCallbackQuery", call -> queries.answerPress(call.fields()));
        does("answerInlineQuery", call -> queries.answerInline(call.fields()));
        does("setMyCommands", call -> menus.set(call.fields()));
        does("deleteMyCommands", call -> menus.delete(call.fields()));
        put("getMyCommands", call -> menus.get(call.fields()));
        put("getMe", call -> chats.me());
        put("getChat", call -> chats.chat(call.fields()));
        put("getChatMember", call -> chats.member(call.fields()));
        put("getChatAdministrators", call -> chats.administrators(call.fields()));
        does("leaveChat", call -> chats.leave(call.fields()));
    }

    private void put(String method, Function<BotApiCall, JsonNode> answer) {
        methods.put(method.toLowerCase(Locale.ROOT), answer);
    }

    private void does(String method, Consumer<BotApiCall> action) {
        put(method, call -> {
            action.accept(call);
            return BooleanNode.TRUE;
        });
    }

    /** The result of a call; throws the refusal. */
    JsonNode perform(BotApiCall call) {
        return methods.get(call.key()).apply(call);
    }
}
