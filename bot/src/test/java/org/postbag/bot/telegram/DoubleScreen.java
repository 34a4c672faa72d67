package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;

/**
 * What people see of the bot now: messages after all edits, keyboards, files, answers and menus. What the bot has asked
 * for, call by call, is told by {@link TelegramDouble} itself.
 */
public final class DoubleScreen {
    private final Object lock;
    private final DoubleChats chats;
    private final DoubleFiles files;
    private final DoubleQueries queries;
    private final DoubleMenus menus;

    DoubleScreen(Object lock, DoubleChats chats, DoubleFiles files, DoubleQueries queries, DoubleMenus menus) {
        this.lock = lock;
        this.chats = chats;
        this.files = files;
        this.queries = queries;
        this.menus = menus;
    }

    /** A message's text or caption without markup; null when it is deleted or never was. */
    public String text(long chat, int messageId) {
        synchronized (lock) {
            DoubleMessage message = chats.at(chat).messages.get(messageId);
            return message == null ? null : message.text();
        }
    }

    /** Text or caption as it was last sent, markup and all; null when the message is deleted or never was. */
    public String source(long chat, int messageId) {
        synchronized (lock) {
            DoubleMessage message = chats.at(chat).messages.get(messageId);
            return message == null ? null : message.source();
        }
    }

    /** The Message object, or a missing node. */
    public JsonNode message(long chat, int messageId) {
        synchronized (lock) {
            DoubleMessage message = chats.at(chat).messages.get(messageId);
            return message == null ? MissingNode.getInstance() : message.json().deepCopy();
        }
    }

    /** The rows of a message's inline keyboard; a missing node when there is none. */
    public JsonNode keyboard(long chat, int messageId) {
        return message(chat, messageId).path("reply_markup").path("inline_keyboard");
    }

    public List<DoubleFiles.Sent> documents(long chat) {
        synchronized (lock) {
            return files.sent(chat, "sendDocument");
        }
    }

    public List<DoubleFiles.Sent> photos(long chat) {
        synchronized (lock) {
            return files.sent(chat, "sendPhoto");
        }
    }

    /** The call that answered a callback or inline query; null while there is none. */
    public JsonNode answer(String query) {
        synchronized (lock) {
            return queries.answer(query);
        }
    }

    /** The call that answered an event's query; null while there is none. */
    public JsonNode answer(DoublePeople.Event event) {
        return answer(event.query());
    }

    /** The menu of a scope, such as default, all_private_chats or chat_member:-5:7, in a language or "". */
    public Map<String, String> commandsFor(String scope, String lang) {
        synchronized (lock) {
            return menus.of(scope, lang);
        }
    }

    /** The menu that a user's app shows in a chat. */
    public Map<String, String> commandsShown(long chat, long user, String lang) {
        synchronized (lock) {
            return menus.shown(chats.at(chat), user, lang);
        }
    }
}
