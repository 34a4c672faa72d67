package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The chats and users there are. Tests declare them; a chat nobody declared is private where its id is positive, else a
 * supergroup in which everybody is a member. All of it is guarded by the one lock of {@link TelegramDouble}.
 */
public final class DoubleChats {
    static final long BOT_ID = 123456;
    static final long ANONYMOUS_ADMINISTRATOR = 1087968824L;
    private static final JsonMapper JSON = new JsonMapper();

    private final Object lock;
    private final Map<Long, DoubleChat> chats = new HashMap<>();
    private final Map<String, Long> usernames = new HashMap<>();
    private final Map<Long, ObjectNode> users = new HashMap<>();

    DoubleChats(Object lock) {
        this.lock = lock;
        users.put(ANONYMOUS_ADMINISTRATOR, user(ANONYMOUS_ADMINISTRATOR, true, "Group", "GroupAnonymousBot"));
        ObjectNode me = user(BOT_ID, true, "Postbag", TelegramDouble.BOT);
        users.put(BOT_ID, me);
    }

    private static ObjectNode user(long id, boolean bot, String name, String username) {
        ObjectNode user =
                JSON.createObjectNode().put("id", id).put("is_bot", bot).put("first_name", name);
        return username == null ? user : user.put("username", username);
    }

    public DoubleChats privateChat(long id, String firstName) {
        users.put(id, user(id, false, firstName, null).put("language_code", "en"));
        return declare(id, DoubleChat.PRIVATE, firstName);
    }

    public DoubleChats group(long id, String title) {
        return declare(id, DoubleChat.GROUP, title);
    }

    public DoubleChats supergroup(long id, String title) {
        return declare(id, DoubleChat.SUPERGROUP, title);
    }

    /** A supergroup with topics; it has the general topic, which has no message_thread_id. */
    public DoubleChats forum(long id, String title) {
        declare(id, DoubleChat.SUPERGROUP, title);
        synchronized (lock) {
            chats.get(id).forum = true;
        }
        return this;
    }

    /** A channel in which the bot may post. */
    public DoubleChats channel(long id, String title, String username) {
        declare(id, DoubleChat.CHANNEL, title);
        return username(id, username);
    }

    private DoubleChats declare(long id, String type, String title) {
        synchronized (lock) {
            chats.put(id, new DoubleChat(id, type, title, true));
        }
        return this;
    }

    /** Gives a chat its @username, written without the sign. */
    public DoubleChats username(long chat, String username) {
        synchronized (lock) {
            at(chat).username = username;
            if (username != null) usernames.put(username.toLowerCase(Locale.ROOT), chat);
        }
        return this;
    }

    /** Makes a topic; the thread id is the id of its first service message. */
    public DoubleChats topic(long chat, int thread, String name) {
        synchronized (lock) {
            DoubleChat forum = at(chat);
            forum.topics.put(thread, new DoubleChat.Topic(name, false));
            forum.used(thread);
        }
        return this;
    }

    /** Closes a topic; 1 is the general one. */
    public DoubleChats closeTopic(long chat, int thread) {
        synchronized (lock) {
            Map<Integer, DoubleChat.Topic> topics = at(chat).topics;
            topics.put(
                    thread,
                    new DoubleChat.Topic(
                            topics.containsKey(thread) ? topics.get(thread).name() : "", true));
        }
        return this;
    }

    public DoubleChats deleteTopic(long chat, int thread) {
        synchronized (lock) {
            at(chat).topics.remove(thread);
        }
        return this;
    }

    public DoubleChats member(long chat, long user, DoubleMember place) {
        synchronized (lock) {
            at(chat).members.put(user, place);
        }
        return this;
    }

    /** Sets the bot's own place in a chat, without an update; {@link DoublePeople#myChatMember} sends one. */
    public DoubleChats bot(long chat, DoubleMember place) {
        synchronized (lock) {
            DoubleChat at = at(chat);
            at.bot = place;
            if (at.isPrivate()) at.blocked = !place.isIn();
        }
        return this;
    }

    public DoubleChats block(long chat) {
        synchronized (lock) {
            at(chat).blocked = true;
        }
        return this;
    }

    public DoubleChats deactivate(long chat) {
        synchronized (lock) {
            at(chat).deactivated = true;
        }
        return this;
    }

    /** From now on there is no such chat. */
    public DoubleChats forget(long chat) {
        synchronized (lock) {
            at(chat).unknown = true;
        }
        return this;
    }

    /** A group becomes a supergroup, which keeps its title and members; the old id answers with the new one. */
    public DoubleChats migrate(long from, long to) {
        synchronized (lock) {
            DoubleChat old = at(from);
            DoubleChat fresh = new DoubleChat(to, DoubleChat.SUPERGROUP, old.title, old.declared);
            fresh.members.putAll(old.members);
            fresh.bot = old.bot;
            chats.put(to, fresh);
            old.migratedTo = to;
        }
        return this;
    }

    /** Sets a user's name and the language of their app, an IETF tag such as zh-hans; null: the app tells none. */
    public DoubleChats user(long id, String firstName, String languageCode) {
        synchronized (lock) {
            ObjectNode user = user(id, false, firstName, null);
            if (languageCode != null) user.put("language_code", languageCode);
            users.put(id, user);
        }
        return this;
    }

    /** The User object; unknown ones come to be. */
    ObjectNode user(long id) {
        return users.computeIfAbsent(id, i -> user(i, false, "User " + i, null).put("language_code", "en"))
                .deepCopy();
    }

    /** The chat of an id; an undeclared one comes to be. */
    DoubleChat at(long id) {
        return chats.computeIfAbsent(
                id,
                i -> i > 0
                        ? new DoubleChat(i, DoubleChat.PRIVATE, "User " + i, false)
                        : new DoubleChat(i, DoubleChat.SUPERGROUP, "Chat " + i, false));
    }

    /** The chat of an id or @username; throws where there is none. */
    DoubleChat find(JsonNode chatId) {
        String text = chatId.asText();
        if (!text.matches("-?\\d{1,19}|@\\w+"))
            throw BotApiError.badRequest(text.isEmpty() ? "chat_id is empty" : "chat not found");
        Long id = text.startsWith("@") ? usernames.get(text.substring(1).toLowerCase(Locale.ROOT)) : Long.valueOf(text);
        if (id == null || id == 0 || at(id).unknown) throw BotApiError.badRequest("chat not found");
        return at(id);
    }

    /** Takes a Chat object of a hand-made update at its word, where nobody declared the chat. */
    DoubleChat seen(JsonNode chat) {
        DoubleChat known = at(chat.path("id").asLong());
        String type = chat.path("type").asText();
        if (!known.declared && !type.isEmpty()) {
            known.type = type;
            if (chat.has("title")) known.title = chat.path("title").asText();
            if (type.equals(DoubleChat.CHANNEL)) known.bot = new DoubleChat(0, type, "", false).bot;
        }
        return known;
    }
}
