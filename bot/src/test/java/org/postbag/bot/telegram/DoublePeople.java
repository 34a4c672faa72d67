package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people do: writes, presses buttons, asks inline, and changes the bot's place in a chat, as updates in the shapes
 * of the Bot API (Update, Message, CallbackQuery, InlineQuery, ChatMemberUpdated).
 */
public final class DoublePeople {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern MARKED = Pattern.compile(
            "(?<command>(?<![\\w/])/[a-zA-Z0-9_]{1,64}(?:@\\w{3,32})?)|(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
                    + "|(?<mention>(?<!\\w)@\\w{4,32})|(?<hashtag>(?<!\\w)#[\\p{L}\\p{N}_]+)|(?<url>https?://\\S+)");
    private static final List<String> MARKS = List.of("command", "email", "mention", "hashtag", "url");

    private final Object lock;
    private final DoubleChats chats;
    private final DoubleShapes shapes;
    private final DoubleUpdates updates;
    private final DoubleQueries queries;

    /**
     * What came of it.
     *
     * @param update the update's id, for {@link TelegramDouble#awaitHandled}
     * @param message the id of the message written or pressed; 0 for none
     * @param query the id of the callback or inline query; empty for none
     */
    public record Event(int update, int message, String query) {}

    DoublePeople(Object lock, DoubleChats chats, DoubleShapes shapes, DoubleUpdates updates, DoubleQueries queries) {
        this.lock = lock;
        this.chats = chats;
        this.shapes = shapes;
        this.updates = updates;
        this.queries = queries;
    }

    /** A text in a private chat or a group; in a forum it goes to the general topic. */
    public Event text(long chat, long user, String text) {
        return write(chat, user, 0, 0, text);
    }

    public Event reply(long chat, long user, int toMessage, String text) {
        return write(chat, user, 0, toMessage, text);
    }

    public Event inTopic(long chat, int thread, long user, String text) {
        return write(chat, user, thread, 0, text);
    }

    /** An administrator who writes as the group: from GroupAnonymousBot, with the group as sender_chat. */
    public Event anonymous(long chat, int thread, String text) {
        return write(chat, DoubleChats.ANONYMOUS_ADMINISTRATOR, thread, 0, text);
    }

    /** A post in a channel, signed by nobody. */
    public Event channelPost(long chat, String text) {
        return write(chat, 0, 0, 0, text);
    }

    private Event write(long chatId, long user, int thread, int replyTo, String text) {
        synchronized (lock) {
            DoubleChat chat = chats.at(chatId);
            if (chat.blocked)
                throw new IllegalStateException("chat " + chatId + " has blocked the bot, unblock it first");
            DoubleMessage replied = replyTo == 0 ? null : chat.messages.get(replyTo);
            if (replyTo != 0 && replied == null)
                throw new IllegalStateException("no message " + replyTo + " to reply to");
            int topic = thread == 0 && replied != null ? replied.thread() : thread;
            ObjectNode message = shapes.begin(chat, chat.nextMessageId(), topic);
            if (user == 0) message.set("sender_chat", chat.json());
            else {
                message.set("from", chats.user(user));
                if (user == DoubleChats.ANONYMOUS_ADMINISTRATOR) message.set("sender_chat", chat.json());
                else if (chat.declared && chat.isGroup()) chat.members.putIfAbsent(user, DoubleMember.member());
            }
            if (replied != null) {
                DoubleShapes.reply(message, replied);
                // In supergroups without topics too, replies carry the id of their thread's first message.
                if (topic == 0 && chat.type.equals(DoubleChat.SUPERGROUP) && !chat.forum)
                    message.put(
                            "message_thread_id",
                            replied.json().path("message_thread_id").asInt(replyTo));
            }
            words(message, text);
            chat.messages.put(message.path("message_id").asInt(), new DoubleMessage(message, false, text));
            int update = updates.add(user == 0 ? "channel_post" : "message", message.deepCopy(), false);
            return new Event(update, message.path("message_id").asInt(), "");
        }
    }

    /** Changes an earlier text of the same chat. */
    public Event edited(long chatId, int messageId, String text) {
        synchronized (lock) {
            DoubleMessage message = chats.at(chatId).messages.get(messageId);
            words(message.json(), text);
            message.json().put("edit_date", shapes.now());
            String kind = message.json().has("from") ? "edited_message" : "edited_channel_post";
            return new Event(updates.add(kind, message.json().deepCopy(), false), messageId, "");
        }
    }

    private static void words(ObjectNode message, String text) {
        message.put("text", text);
        ArrayNode entities = JSON.createArrayNode();
        Matcher mark = MARKED.matcher(text);
        while (mark.find())
            for (String kind : MARKS)
                if (mark.group(kind) != null)
                    entities.addObject()
                            .put("type", kind.equals("command") ? "bot_command" : kind)
                            .put("offset", mark.start())
                            .put("length", mark.end() - mark.start());
        if (entities.isEmpty()) message.remove("entities");
        else message.set("entities", entities);
    }

    /** Presses a button by its data, whether or not there is such a button (a forged press). */
    public Event press(long chatId, long user, int messageId, String data) {
        synchronized (lock) {
            DoubleChat chat = chats.at(chatId);
            DoubleMessage message = chat.messages.get(messageId);
            String id = queries.newPress();
            ObjectNode query = JSON.createObjectNode().put("id", id);
            query.set("from", chats.user(user));
            if (message != null) query.set("message", message.json().deepCopy());
            else
                query.putObject("message")
                        .put("message_id", messageId)
                        .put("date", 0)
                        .set("chat", chat.json());
            query.put("chat_instance", Long.toString(7_000_000_000L + Math.abs(chatId)))
                    .put("data", data);
            return new Event(updates.add("callback_query", query, false), messageId, id);
        }
    }

    /** Presses the button whose label is, or else contains, what is given, on the message as it is now. */
    public Event pressButton(long chatId, long user, int messageId, String label) {
        synchronized (lock) {
            DoubleMessage message = chats.at(chatId).messages.get(messageId);
            if (message == null) throw new AssertionError("chat " + chatId + " has no message " + messageId);
            List<JsonNode> buttons = new ArrayList<>();
            message.json().path("reply_markup").path("inline_keyboard").forEach(row -> row.forEach(buttons::add));
            JsonNode found = null;
            for (JsonNode button : buttons) {
                String text = button.path("text").asText();
                if (text.equals(label) || found == null && text.contains(label)) found = button;
            }
            if (found == null || !found.has("callback_data"))
                throw new AssertionError("no button «" + label + "» that sends data; there are "
                        + buttons.stream().map(b -> b.path("text").asText()).toList());
            return press(chatId, user, messageId, found.path("callback_data").asText());
        }
    }

    /** An inline query; the offset is empty at first, then what the answer gave as next_offset. */
    public Event inline(long user, String text, String offset) {
        synchronized (lock) {
            String id = queries.newInline();
            ObjectNode query = JSON.createObjectNode().put("id", id);
            query.set("from", chats.user(user));
            query.put("chat_type", "sender").put("query", text).put("offset", offset);
            return new Event(updates.add("inline_query", query, false), 0, id);
        }
    }

    /** Somebody changes the bot's place: blocks or unblocks it, adds or removes it, makes it an administrator. */
    public Event myChatMember(long chatId, long user, DoubleMember before, DoubleMember now) {
        synchronized (lock) {
            chats.bot(chatId, now);
            DoubleChat chat = chats.at(chatId);
            ObjectNode change = JSON.createObjectNode();
            change.set("chat", chat.json());
            change.set("from", chats.user(user));
            change.put("date", shapes.now());
            change.set("old_chat_member", before.json(chats.user(DoubleChats.BOT_ID), chat.isChannel()));
            change.set("new_chat_member", now.json(chats.user(DoubleChats.BOT_ID), chat.isChannel()));
            return new Event(updates.add("my_chat_member", change, false), 0, "");
        }
    }

    /** A group becomes a supergroup: two service messages, one in the old chat and one in the new. */
    public Event migrates(long from, long to, long user) {
        synchronized (lock) {
            chats.migrate(from, to);
            DoubleChat old = chats.at(from);
            ObjectNode leaves = shapes.begin(old, old.nextMessageId(), 0);
            leaves.set("from", chats.user(user));
            updates.add("message", leaves.put("migrate_to_chat_id", to), false);
            DoubleChat fresh = chats.at(to);
            ObjectNode arrives = shapes.begin(fresh, fresh.nextMessageId(), 0);
            arrives.set("from", chats.user(DoubleChats.ANONYMOUS_ADMINISTRATOR));
            arrives.set("sender_chat", fresh.json());
            return new Event(updates.add("message", arrives.put("migrate_from_chat_id", from), false), 0, "");
        }
    }

    /** An update of a kind that is not known yet, delivered whatever the bot asked for. */
    public Event unknownKind() {
        synchronized (lock) {
            ObjectNode content = JSON.createObjectNode().put("id", 1);
            content.putArray("parts").add(1).add("two");
            return new Event(updates.add("thing_of_the_future", content, true), 0, "");
        }
    }
}
