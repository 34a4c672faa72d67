package org.postbag.bot.telegram.update;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.telegram.Reply;
import org.postbag.bot.telegram.TelegramApi;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Who may change a chat's settings: anybody in their own chat, administrators in a group, in a channel whoever may post
 * there. Telegram is asked, and its answer kept for a minute.
 */
public final class ChatRights {
    private final TelegramApi api;
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public ChatRights(TelegramApi api) {
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

    /** Whether a person administers a group, or may post in a channel. */
    boolean mayChange(long chat, long person) {
        if (chat == person) return true;
        return Boolean.TRUE.equals(known.get(chat + " " + person, key -> asked(chat, person)));
    }

    /** Null, which is not kept, where Telegram did not tell. */
    private @Nullable Boolean asked(long chat, long person) {
        Reply<ChatMember> reply =
                api.call(GetChatMember.builder().chatId(chat).userId(person).build());
        if (!(reply instanceof Reply.Ok<ChatMember> ok)) return null;
        if (ok.result().getStatus().equals("creator")) return true;
        // Only a channel's administrators have this right; in groups it is not told.
        return ok.result() instanceof ChatMemberAdministrator administrator
                && !Boolean.FALSE.equals(administrator.getCanPostMessages());
    }
}
