package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/** What the bot may do in a chat, and Telegram's words where it may not; {@link DoubleChats} keeps the chats. */
final class DoubleAccess {
    private DoubleAccess() {}

    /** Throws where the bot cannot reach the chat at all. */
    static void enter(DoubleChat chat) {
        if (chat.migratedTo != null) throw BotApiError.migrated(chat.migratedTo);
        if (chat.deactivated) throw BotApiError.forbidden("user is deactivated");
        if (chat.blocked) throw BotApiError.forbidden("bot was blocked by the user");
        if (chat.bot.status().equals("kicked"))
            throw BotApiError.forbidden("bot was kicked from the " + chat.type + " chat");
        if (chat.bot.status().equals("left"))
            throw BotApiError.forbidden("bot is not a member of the " + chat.type + " chat");
    }

    /**
     * Throws where the bot may not send.
     *
     * @param right what a member needs, such as can_send_messages
     */
    static void send(DoubleChat chat, String right) {
        enter(chat);
        if (chat.isChannel() && !chat.bot.may("can_post_messages"))
            throw BotApiError.badRequest("need administrator rights in the channel chat");
        if (chat.isGroup() && !chat.bot.may(right))
            throw BotApiError.badRequest("not enough rights to send " + words(right) + " to the chat");
    }

    private static String words(String right) {
        return switch (right) {
            case "can_send_documents" -> "documents";
            case "can_send_photos" -> "photos";
            default -> "text messages";
        };
    }

    /** The topic that a message goes to, 0 for none; throws where it does not exist or takes no messages. */
    static int topic(DoubleChat chat, JsonNode call, int threadOfReply) {
        int thread = call.path("message_thread_id").asInt();
        if (!chat.forum) {
            if (thread != 0 && chat.isPrivate()) throw BotApiError.badRequest("message thread not found");
            // Other chats: Telegram ignores the field. One that nobody declared may well be a forum.
            return chat.declared || chat.isPrivate() ? 0 : thread;
        }
        if (thread == 0) thread = threadOfReply;
        if (thread != 0 && (thread == 1 || !chat.topics.containsKey(thread)))
            throw BotApiError.badRequest("message thread not found");
        DoubleChat.Topic topic = chat.topics.get(thread == 0 ? 1 : thread);
        if (topic != null && topic.closed() && !chat.bot.may("can_manage_topics"))
            throw BotApiError.badRequest("TOPIC_CLOSED");
        return thread;
    }
}
