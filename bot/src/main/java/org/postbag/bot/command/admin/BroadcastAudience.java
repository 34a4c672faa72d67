package org.postbag.bot.command.admin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.SubscriptionQuery;
import org.postbag.subscriptions.TelegramAddress;
import org.postbag.subscriptions.store.SubscriptionStore;

/** Whom a broadcast goes to: every Telegram chat with an active subscription, once, however many of its topics have one. */
public final class BroadcastAudience {
    private final SubscriptionStore roster;

    public BroadcastAudience(SubscriptionStore roster) {
        this.roster = roster;
    }

    List<TelegramAddress> chats() {
        List<TelegramAddress> chats = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        roster.each(SubscriptionQuery.all().withStatus(Status.ACTIVE), s -> {
            if (s.address() instanceof TelegramAddress chat && seen.add(chat.chatId())) chats.add(chat);
        });
        return chats;
    }
}
