package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;

/** The beginnings of Message objects, which messages of the bot and of people share. */
final class DoubleShapes {
    private final DoubleChats chats;
    private InstantSource clock = () -> java.time.Instant.ofEpochSecond(1_800_000_000L);

    DoubleShapes(DoubleChats chats) {
        this.chats = chats;
    }

    void clock(InstantSource source) {
        clock = source;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** A message of the bot; in a channel the channel itself is the sender. */
    ObjectNode own(DoubleChat chat, int thread) {
        ObjectNode message = begin(chat, chat.nextMessageId(), thread);
        if (chat.isChannel()) message.set("sender_chat", chat.json());
        else message.set("from", chats.user(DoubleChats.BOT_ID));
        return message;
    }

    /** A message of which only the sender and the content are missing. */
    ObjectNode begin(DoubleChat chat, int id, int thread) {
        ObjectNode message = chat.json().objectNode().put("message_id", id);
        message.set("chat", chat.json());
        message.put("date", now());
        if (thread == 0) return message;
        message.put("message_thread_id", thread).put("is_topic_message", true);
        // Telegram shows each message of a topic as a reply to the topic's first.
        DoubleChat.Topic topic = chat.topics.get(thread);
        ObjectNode root = message.objectNode().put("message_id", thread);
        root.set("chat", chat.json());
        root.put("date", now()).put("message_thread_id", thread).put("is_topic_message", true);
        root.putObject("forum_topic_created")
                .put("name", topic == null ? "" : topic.name())
                .put("icon_color", 7322096);
        root.set("from", chats.user(DoubleChats.ANONYMOUS_ADMINISTRATOR));
        message.set("reply_to_message", root);
        return message;
    }

    /** Makes a message a reply; the quoted one comes without what it is a reply to itself. */
    static void reply(ObjectNode message, DoubleMessage to) {
        ObjectNode quoted = to.json().deepCopy();
        quoted.remove("reply_to_message");
        message.set("reply_to_message", quoted);
    }
}
