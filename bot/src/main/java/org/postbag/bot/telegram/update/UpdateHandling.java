package org.postbag.bot.telegram.update;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.ManagedChats;
import org.postbag.bot.store.QuestionStore;
import org.postbag.bot.store.UpdateStore;
import org.postbag.bot.telegram.BotIdentity;
import org.postbag.bot.telegram.BotMenu;
import org.postbag.bot.telegram.Buttons;
import org.postbag.bot.telegram.DigestMessages;
import org.postbag.bot.telegram.StartLinks;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.store.DeliveryStore;

/**
 * Puts the parts together that handle an update.
 *
 * @param operators people who may use the operators' commands, in their private chats
 */
public record UpdateHandling(
        TelegramApi api,
        BotIdentity identity,
        StartLinks links,
        Buttons buttons,
        DigestMessages messages,
        ChatRights rights,
        ManagedChats managed,
        QuestionStore questions,
        UpdateStore updates,
        BotMenu menu,
        Set<Long> operators) {

    /** @param zone of readers who have chosen none */
    public UpdateHandler handler(
            Conversation conversation,
            Subscriptions subscriptions,
            DeliveryStore ledger,
            PostStore posts,
            NumberedLists lists,
            Says says,
            ZoneId zone,
            ReaderLanguage lang,
            Clock clock) {
        AnswerBudget budget = new AnswerBudget();
        Addressing addressing = new Addressing(identity::name);
        ChatMenus menus = new ChatMenus(menu, operators);
        Articles articles = new Articles(messages.renderer(), posts, says);
        TelegramAnswers answers = new TelegramAnswers(messages, articles, lists, questions, buttons, zone, clock);
        Dialogue dialogue = new Dialogue(conversation, subscriptions, managed, rights, operators, says);
        PageTurner pages = new PageTurner(ledger, lists, posts, messages);
        return new UpdateHandler(
                api,
                updates,
                new TextMessages(addressing, dialogue, rights, questions, budget, answers, menus, says),
                new Presses(buttons, pages, dialogue, rights, budget, answers, menus, says),
                new Memberships(subscriptions, lists, managed),
                new InlineAnswers(posts, messages.renderer(), links, says, zone),
                answers,
                budget,
                says,
                lang);
    }
}
