package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** sendMessage, the edits, deleteMessage and sendChatAction; {@link DoubleFiles} sends what has a file in it. */
final class DoubleMessages {
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private final DoubleChats chats;
    private final DoubleShapes shapes;
    private final RateWindows rates;

    DoubleMessages(DoubleChats chats, DoubleShapes shapes, RateWindows rates) {
        this.chats = chats;
        this.shapes = shapes;
        this.rates = rates;
    }

    ObjectNode send(BotApiCall call) {
        DoubleChat chat = chats.find(call.fields().path("chat_id"));
        DoubleAccess.send(chat, "can_send_messages");
        BotApiText text = BotApiText.message(call.fields(), "text");
        ObjectNode content = call.fields().objectNode().put("text", text.text());
        if (!text.entities().isEmpty()) content.set("entities", text.entities());
        return accept(chat, call.fields(), content, call.text("text"));
    }

    /** Takes a message whose content is in order, if its place, its keyboard and the rate are too. */
    ObjectNode accept(DoubleChat chat, ObjectNode call, ObjectNode content, String source) {
        JsonNode markup = call.path("reply_markup");
        BotApiKeyboards.check(markup);
        DoubleMessage reply = replied(chat, call.path("reply_parameters"));
        int thread = DoubleAccess.topic(chat, call, reply == null ? 0 : reply.thread());
        pass(chat);
        ObjectNode json = shapes.own(chat, thread);
        if (reply != null) DoubleShapes.reply(json, reply);
        json.setAll(content);
        if (call.has("link_preview_options")) json.set("link_preview_options", call.get("link_preview_options"));
        if (!markup.path("inline_keyboard").isEmpty()) json.set("reply_markup", markup);
        if (call.path("protect_content").asBoolean()) json.put("has_protected_content", true);
        DoubleMessage message = new DoubleMessage(json, true, source);
        message.options(call.path("link_preview_options").toString());
        chat.messages.put(message.id(), message);
        call.put("message_id", message.id());
        return json.deepCopy();
    }

    private void pass(DoubleChat chat) {
        int wait = rates.secondsToWait(chat.id, chat.isGroup());
        if (wait > 0) throw BotApiError.tooMany(wait);
    }

    private DoubleMessage replied(DoubleChat chat, JsonNode parameters) {
        if (parameters.isMissingNode()) return null;
        DoubleChat where = parameters.has("chat_id") ? chats.find(parameters.path("chat_id")) : chat;
        DoubleMessage message = where.messages.get(parameters.path("message_id").asInt());
        if (message == null) {
            if (parameters.path("allow_sending_without_reply").asBoolean()) return null;
            throw BotApiError.badRequest("message to be replied not found");
        }
        if (parameters.has("quote")
                && !message.text().contains(parameters.path("quote").asText()))
            throw BotApiError.badRequest("QUOTE_TEXT_INVALID");
        return message;
    }

    ObjectNode editText(BotApiCall call) {
        ObjectNode fields = call.fields();
        BotApiText text = BotApiText.message(fields, "text");
        DoubleChat chat = editable(fields);
        DoubleMessage message = own(chat, fields);
        if (!message.json().has("text")) throw BotApiError.badRequest("there is no text in the message to edit");
        String options = fields.path("link_preview_options").toString();
        if (rates.countsEdits()) pass(chat);
        if (!message.change(text, call.text("text"), options, keyboard(fields), shapes.now())) throw notModified();
        if (fields.has("link_preview_options"))
            message.json().set("link_preview_options", fields.get("link_preview_options"));
        return message.json().deepCopy();
    }

    ObjectNode editKeyboard(BotApiCall call) {
        DoubleChat chat = editable(call.fields());
        DoubleMessage message = own(chat, call.fields());
        if (rates.countsEdits()) pass(chat);
        if (!message.change(keyboard(call.fields()), shapes.now())) throw notModified();
        return message.json().deepCopy();
    }

    private DoubleChat editable(ObjectNode call) {
        if (call.has("inline_message_id"))
            throw BotApiError.violation("messages sent in inline mode are not covered by the double");
        if (!call.has("chat_id")) throw BotApiError.badRequest("chat_id is empty");
        DoubleChat chat = chats.find(call.path("chat_id"));
        DoubleAccess.enter(chat);
        BotApiKeyboards.check(call.path("reply_markup"));
        return chat;
    }

    private static DoubleMessage own(DoubleChat chat, ObjectNode call) {
        if (!call.has("message_id")) throw BotApiError.badRequest("message identifier is not specified");
        DoubleMessage message = chat.messages.get(call.path("message_id").asInt());
        if (message == null) throw BotApiError.badRequest("message to edit not found");
        boolean allowed = message.isOwn() || chat.isChannel() && chat.bot.may("can_edit_messages");
        if (!allowed) throw BotApiError.badRequest("message can't be edited");
        return message;
    }

    /** An edit that names no keyboard, or one without buttons, takes the keyboard away. */
    private static ObjectNode keyboard(ObjectNode call) {
        JsonNode markup = call.path("reply_markup");
        return markup.path("inline_keyboard").isEmpty() ? null : (ObjectNode) markup;
    }

    private static BotApiError notModified() {
        return BotApiError.badRequest("message is not modified: specified new message content and reply markup are"
                + " exactly the same as a current content and reply markup of the message");
    }

    void delete(BotApiCall call) {
        DoubleChat chat = chats.find(call.fields().path("chat_id"));
        DoubleAccess.enter(chat);
        DoubleMessage message =
                chat.messages.get(call.fields().path("message_id").asInt());
        if (message == null) throw BotApiError.badRequest("message to delete not found");
        if (!message.isOwn() && !chat.isPrivate() && !chat.bot.may("can_delete_messages"))
            throw BotApiError.badRequest("message can't be deleted");
        chat.messages.remove(message.id());
    }

    void action(BotApiCall call) {
        DoubleChat chat = chats.find(call.fields().path("chat_id"));
        DoubleAccess.send(chat, "can_send_messages");
        if (!ACTIONS.contains(call.text("action"))) throw BotApiError.badRequest("wrong parameter action in request");
        DoubleAccess.topic(chat, call.fields(), 0);
    }
}
