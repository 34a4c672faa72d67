package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Somebody's place in a chat (Bot API, ChatMember).
 *
 * @param status creator, administrator, member, restricted, left or kicked
 * @param rights of an administrator, such as can_post_messages; of a restricted one, such as can_send_messages
 */
public record DoubleMember(String status, Set<String> rights, boolean anonymous) {
    private static final List<String> ADMINISTRATOR_RIGHTS = List.of(
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories");
    private static final List<String> CHANNEL_RIGHTS = List.of("can_post_messages", "can_edit_messages");
    private static final List<String> GROUP_RIGHTS = List.of("can_pin_messages", "can_manage_topics");
    private static final List<String> MEMBER_RIGHTS = List.of(
            "can_send_messages",
            "can_send_audios",
            "can_send_documents",
            "can_send_photos",
            "can_send_videos",
            "can_send_video_notes",
            "can_send_voice_notes",
            "can_send_polls",
            "can_send_other_messages",
            "can_add_web_page_previews",
            "can_react_to_messages",
            "can_edit_tag",
            "can_change_info",
            "can_invite_users",
            "can_pin_messages",
            "can_manage_topics");

    public static DoubleMember creator() {
        return new DoubleMember("creator", Set.of(), false);
    }

    public static DoubleMember administrator(String... rights) {
        return new DoubleMember("administrator", Set.of(rights), false);
    }

    public static DoubleMember member() {
        return new DoubleMember("member", Set.of(), false);
    }

    /** One who may do only what is named, such as can_send_messages. */
    public static DoubleMember restricted(String... rights) {
        return new DoubleMember("restricted", Set.of(rights), false);
    }

    public static DoubleMember left() {
        return new DoubleMember("left", Set.of(), false);
    }

    public static DoubleMember kicked() {
        return new DoubleMember("kicked", Set.of(), false);
    }

    /** The same place, held anonymously. */
    public DoubleMember hidden() {
        return new DoubleMember(status, rights, true);
    }

    boolean isAdministrator() {
        return status.equals("creator") || status.equals("administrator");
    }

    boolean isIn() {
        return !status.equals("left") && !status.equals("kicked");
    }

    boolean may(String right) {
        return status.equals("creator")
                || rights.contains(right)
                || right.startsWith("can_send_") && (status.equals("member") || status.equals("administrator"));
    }

    /** The ChatMember object of this place. */
    ObjectNode json(ObjectNode user, boolean channel) {
        ObjectNode member = user.objectNode().put("status", status);
        member.set("user", user);
        if (isAdministrator()) member.put("is_anonymous", anonymous);
        if (status.equals("administrator")) {
            member.put("can_be_edited", false);
            ADMINISTRATOR_RIGHTS.forEach(
                    right -> member.put(right, right.equals("can_manage_chat") || rights.contains(right)));
            (channel ? CHANNEL_RIGHTS : GROUP_RIGHTS).forEach(right -> member.put(right, rights.contains(right)));
        }
        if (status.equals("restricted")) {
            member.put("is_member", true);
            MEMBER_RIGHTS.forEach(right -> member.put(right, rights.contains(right)));
        }
        if (status.equals("restricted") || status.equals("kicked")) member.put("until_date", 0);
        return member;
    }
}
