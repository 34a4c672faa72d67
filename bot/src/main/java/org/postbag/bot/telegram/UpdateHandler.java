package org.postbag.bot.telegram;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.TelegramAddress;
import org.postbag.subscriptions.store.DeliveryStore;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * One update, whatever its kind: a text is for {@link Conversation}, a button turns a page or stands for a command, and
 * news about the bot's own membership ends or moves a subscription. Kinds not named here are none of its business.
 */
public final class UpdateHandler {
    private final Conversation conversation;
    private final Subscriptions subscriptions;
    private final TelegramApi api;
    private final TelegramAnswers answers;
    private final PageTurner pages;
    private final ChatRights rights;
    private final Says says;
    private final String botName;

    UpdateHandler(
            Conversation conversation,
            Subscriptions subscriptions,
            TelegramApi api,
            TelegramAnswers answers,
            PageTurner pages,
            ChatRights rights,
            Says says,
            String botName) {
        this.conversation = conversation;
        this.subscriptions = subscriptions;
        this.api = api;
        this.answers = answers;
        this.pages = pages;
        this.rights = rights;
        this.says = says;
        this.botName = botName;
    }

    /** With everything it needs put together. */
    public static UpdateHandler wired(
            Conversation conversation,
            Subscriptions subscriptions,
            TelegramApi api,
            TelegramRenderer renderer,
            DigestMessages messages,
            DeliveryStore ledger,
            PostStore posts,
            NumberedLists lists,
            Says says,
            ZoneId defaultZone,
            String botName) {
        return new UpdateHandler(
                conversation,
                subscriptions,
                api,
                new TelegramAnswers(api, renderer, posts, lists, defaultZone, says),
                new PageTurner(ledger, subscriptions, posts, messages),
                new ChatRights(api),
                says,
                botName);
    }

    public void handle(Update update) {
        if (update.getMessage() != null) message(update.getMessage());
        else if (update.getChannelPost() != null) message(update.getChannelPost());
        else if (update.getCallbackQuery() != null) button(update.getCallbackQuery());
        else if (update.getMyChatMember() != null) membership(update.getMyChatMember());
    }

    private void message(Message message) {
        Long migratedTo = message.getMigrateToChatId();
        if (migratedTo != null) {
            subscriptions.migrate(
                    new TelegramAddress(message.getChatId(), null), new TelegramAddress(migratedTo, null));
            return;
        }
        String text = message.getText();
        if (text == null || text.isBlank() || !isForMe(message, text)) return;
        TelegramAddress chat = address(message);
        String repliedTo = message.getReplyToMessage() == null
                        || message.getReplyToMessage().getMessageId() == null
                ? null
                : Integer.toString(message.getReplyToMessage().getMessageId());
        Optional<Conversation.Understood> understood = conversation.understand(text);
        String args = understood.map(Conversation.Understood::args).orElse("");
        Request request = conversation.request(chat, args, repliedTo, language(message.getFrom()));
        answers.show(chat, request, answer(message, text, understood, request));
    }

    private Answer answer(Message message, String text, Optional<Conversation.Understood> understood, Request request) {
        if (understood.isEmpty()) return conversation.unknown(request, text);
        if (understood.get().command().changes() && !rights.mayChange(message))
            return says.said(request, "only.administrators");
        return understood.get().command().answer(request);
    }

    /** In a group the bot listens to commands, to its own name and to answers to its messages, not to the talk. */
    private boolean isForMe(Message message, String text) {
        int at = text.indexOf('@');
        int space = text.indexOf(' ');
        boolean addressed = text.startsWith("/") && at > 0 && (space < 0 || at < space);
        if (addressed) {
            String name =
                    text.substring(at + 1, space < 0 ? text.length() : space).split("\\s", 2)[0];
            return name.equalsIgnoreCase(botName);
        }
        if (message.isUserMessage() || text.startsWith("/")) return true;
        Message replied = message.getReplyToMessage();
        boolean toMe = replied != null
                && (message.isChannelMessage()
                        || (replied.getFrom() != null
                                && botName.equalsIgnoreCase(replied.getFrom().getUserName())));
        return toMe && conversation.understand(text).isPresent();
    }

    private void button(CallbackQuery query) {
        MaybeInaccessibleMessage under = query.getMessage();
        String data = query.getData();
        AnswerCallbackQuery done =
                AnswerCallbackQuery.builder().callbackQueryId(query.getId()).build();
        if (under == null || data == null || data.equals("-")) {
            api.call(done);
            return;
        }
        TelegramAddress chat =
                under instanceof Message message ? address(message) : new TelegramAddress(under.getChatId(), null);
        Request request = conversation.request(chat, "", null, language(query.getFrom()));
        if (data.startsWith(DigestMessages.PAGE)) {
            Optional<EditMessageText> page = pages.turn(chat, under.getMessageId(), data);
            page.ifPresent(api::call);
            if (page.isEmpty()) done.setText(says.say(request, "button.old"));
        } else if (data.startsWith(DigestMessages.COMMAND)) {
            conversation
                    .understand("/" + data.substring(DigestMessages.COMMAND.length()))
                    .filter(known -> !known.command().changes()
                            || rights.mayChange(chat.chatId(), query.getFrom().getId()))
                    .ifPresent(
                            known -> answers.show(chat, request, known.command().answer(request)));
        } else {
            done.setText(says.say(request, "button.old"));
        }
        api.call(done);
    }

    private void membership(ChatMemberUpdated change) {
        String status = change.getNewChatMember().getStatus();
        if (status.equals("kicked") || status.equals("left"))
            subscriptions.gone(new TelegramAddress(change.getChat().getId(), null), "the bot was removed or blocked");
    }

    private static TelegramAddress address(Message message) {
        return new TelegramAddress(message.getChatId(), message.isTopicMessage() ? message.getMessageThreadId() : null);
    }

    private static @Nullable ReaderLanguage language(@Nullable User user) {
        if (user == null || user.getLanguageCode() == null) return null;
        return ReaderLanguage.of(user.getLanguageCode()).orElse(ReaderLanguage.EN);
    }
}
