package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** One chat: what it is, who is in it, its topics and messages. {@link DoubleAccess} says what the bot may do there. */
final class DoubleChat {
    static final String PRIVATE = "private";
    static final String GROUP = "group";
    static final String SUPERGROUP = "supergroup";
    static final String CHANNEL = "channel";
    private static final JsonMapper JSON = new JsonMapper();

    final long id;
    final boolean declared;
    String type;
    String title;
    String username;
    boolean forum;
    boolean blocked;
    boolean deactivated;
    boolean unknown;
    Long migratedTo;
    DoubleMember bot;
    final Map<Long, DoubleMember> members = new LinkedHashMap<>();
    final Map<Integer, Topic> topics = new HashMap<>();
    final Map<Integer, DoubleMessage> messages = new HashMap<>();
    private int lastMessage;

    /** A topic of a forum; its id is that of the service message that made it. */
    record Topic(String name, boolean closed) {}

    DoubleChat(long id, String type, String title, boolean declared) {
        this.id = id;
        this.type = type;
        this.title = title;
        this.declared = declared;
        this.bot = type.equals(CHANNEL)
                ? DoubleMember.administrator("can_post_messages", "can_edit_messages", "can_delete_messages")
                : DoubleMember.member();
    }

    boolean isPrivate() {
        return type.equals(PRIVATE);
    }

    boolean isChannel() {
        return type.equals(CHANNEL);
    }

    boolean isGroup() {
        return type.equals(GROUP) || type.equals(SUPERGROUP);
    }

    int nextMessageId() {
        return ++lastMessage;
    }

    /** Notes an id that somebody else has used, so that the next one is above it. */
    void used(int messageId) {
        lastMessage = Math.max(lastMessage, messageId);
    }

    /** Somebody's place; where nothing was declared, everybody is a member. */
    DoubleMember member(long user) {
        DoubleMember known = members.get(user);
        if (known != null) return known;
        return declared ? DoubleMember.left() : DoubleMember.member();
    }

    /** The Chat object. */
    ObjectNode json() {
        ObjectNode chat = JSON.createObjectNode().put("id", id).put("type", type);
        if (isPrivate()) chat.put("first_name", title);
        else chat.put("title", title);
        if (username != null) chat.put("username", username);
        if (forum) chat.put("is_forum", true);
        return chat;
    }
}
