package org.postbag.bot.telegram.update;

import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.store.ManagedChats;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.TelegramAddress;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;

/**
 * News about the bot's own place in a chat: removed or blocked, a chat's subscriptions are gone until somebody starts
 * them again; a group that becomes a supergroup takes everything along to its new id.
 */
final class Memberships {
    private final Subscriptions subscriptions;
    private final NumberedLists lists;
    private final ManagedChats managed;

    Memberships(Subscriptions subscriptions, NumberedLists lists, ManagedChats managed) {
        this.subscriptions = subscriptions;
        this.lists = lists;
        this.managed = managed;
    }

    /** Whether the bot has just been let into a group, and might introduce itself. */
    boolean changed(ChatMemberUpdated change) {
        boolean out = isOut(change.getNewChatMember());
        long chat = change.getChat().getId();
        if (out)
            for (Subscription one : subscriptions.inChat(chat))
                subscriptions.gone(one.address(), "the bot was removed or blocked");
        boolean group = change.getChat().isGroupChat() || change.getChat().isSuperGroupChat();
        return group && !out && isOut(change.getOldChatMember());
    }

    private static boolean isOut(ChatMember member) {
        String status = member.getStatus();
        boolean muted = member instanceof ChatMemberRestricted restricted
                && Boolean.FALSE.equals(restricted.getCanSendMessages());
        return muted || status.equals("kicked") || status.equals("left");
    }

    /** A basic group, which has no topics, goes on under another id. */
    void migrated(long from, long to) {
        TelegramAddress before = new TelegramAddress(from, null);
        TelegramAddress after = new TelegramAddress(to, null);
        subscriptions.migrate(before, after);
        lists.move(before, after);
        managed.move(before, after);
    }
}
