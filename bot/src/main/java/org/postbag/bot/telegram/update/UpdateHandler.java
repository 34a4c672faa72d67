package org.postbag.bot.telegram.update;

import java.util.List;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.UpdateStore;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.TelegramAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** One update, whatever its kind, given to whom it concerns. Kinds not named here are none of Postbag's business. */
public final class UpdateHandler {
    /** The kinds asked for (Bot API, getUpdates and setWebhook, allowed_updates). */
    static final List<String> KINDS =
            List.of("message", "channel_post", "callback_query", "my_chat_member", "inline_query");

    private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);

    private final TelegramApi api;
    private final UpdateStore updates;
    private final TextMessages texts;
    private final Presses presses;
    private final Memberships memberships;
    private final InlineAnswers inline;
    private final TelegramAnswers answers;
    private final AnswerBudget budget;
    private final Says says;
    private final ReaderLanguage defaultLang;

    UpdateHandler(
            TelegramApi api,
            UpdateStore updates,
            TextMessages texts,
            Presses presses,
            Memberships memberships,
            InlineAnswers inline,
            TelegramAnswers answers,
            AnswerBudget budget,
            Says says,
            ReaderLanguage defaultLang) {
        this.api = api;
        this.updates = updates;
        this.texts = texts;
        this.presses = presses;
        this.memberships = memberships;
        this.inline = inline;
        this.answers = answers;
        this.budget = budget;
        this.says = says;
        this.defaultLang = defaultLang;
    }

    /** Handled again after a crash, it says nothing twice. */
    void handle(Update update, long id) {
        if (!isWhole(update)) {
            LOG.warn("update {} does not say where or by whom and was set aside", id);
            return;
        }
        OnceApi once = new OnceApi(api, updates, id);
        if (update.getMessage() != null) message(update.getMessage(), once);
        else if (update.getChannelPost() != null) texts.receive(update.getChannelPost(), once);
        else if (update.getCallbackQuery() != null) presses.press(update.getCallbackQuery(), once);
        else if (update.getMyChatMember() != null) membership(update.getMyChatMember(), once);
        else if (update.getInlineQuery() != null) inline(update.getInlineQuery(), once);
    }

    /** Whether there is what every update of its kind has (Bot API, Message, CallbackQuery, ChatMemberUpdated). */
    private static boolean isWhole(Update update) {
        Message message = update.getMessage() != null ? update.getMessage() : update.getChannelPost();
        if (message != null) return message.getChat() != null && message.getMessageId() != null;
        CallbackQuery press = update.getCallbackQuery();
        if (press != null) return press.getId() != null && press.getFrom() != null;
        ChatMemberUpdated change = update.getMyChatMember();
        if (change == null) return true;
        return change.getChat() != null && change.getNewChatMember() != null && change.getOldChatMember() != null;
    }

    private void message(Message message, OnceApi once) {
        Long to = message.getMigrateToChatId();
        Long from = message.getMigrateFromChatId();
        if (to != null) memberships.migrated(message.getChatId(), to);
        else if (from != null) memberships.migrated(from, message.getChatId());
        else texts.receive(message, once);
    }

    private void membership(ChatMemberUpdated change, OnceApi once) {
        if (!memberships.changed(change)) return;
        ReaderLanguage hint = Addressing.language(change.getFrom());
        answers.said(
                new Showing(once, new TelegramAddress(change.getChat().getId(), null), null, null),
                says.say(hint == null ? defaultLang : hint, "group.welcome"));
    }

    private void inline(InlineQuery query, OnceApi once) {
        if (budget.ask("inline " + query.getFrom().getId()) != AnswerBudget.Verdict.ANSWER) return;
        ReaderLanguage hint = Addressing.language(query.getFrom());
        inline.answer(once, query, hint == null ? defaultLang : hint);
    }
}
