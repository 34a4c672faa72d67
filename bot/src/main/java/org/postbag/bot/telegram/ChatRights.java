package org.postbag.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Who may change a chat's settings: anybody in their own chat, administrators in a group, whoever posts in a channel. */
final class ChatRights {
    private final TelegramApi api;
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    ChatRights(TelegramApi api) {
        this.api = api;
    }

    boolean mayChange(Message message) {
        if (message.isUserMessage() || message.isChannelMessage()) return true;
        boolean anonymousAdministrator = message.getSenderChat() != null
                && message.getSenderChat().getId().equals(message.getChatId());
        if (anonymousAdministrator) return true;
        return message.getFrom() != null
                && mayChange(message.getChatId(), message.getFrom().getId());
    }

    boolean mayChange(long chat, long user) {
        if (chat == user) return true;
        return known.get(chat + " " + user, key -> isAdministrator(chat, user));
    }

    private boolean isAdministrator(long chat, long user) {
        Reply<ChatMember> reply =
                api.call(GetChatMember.builder().chatId(chat).userId(user).build());
        return reply instanceof Reply.Ok<ChatMember> ok
                && (ok.result().getStatus().equals("administrator")
                        || ok.result().getStatus().equals("creator"));
    }
}
