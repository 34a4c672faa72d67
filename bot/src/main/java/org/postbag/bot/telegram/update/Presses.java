package org.postbag.bot.telegram.update;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.telegram.Buttons;
import org.postbag.bot.telegram.Press;
import org.postbag.posts.PostRef;
import org.postbag.subscriptions.TelegramAddress;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Somebody pressed a button: a digest's page is turned, an article brought, or a command carried out. Data that was
 * altered, or made for another chat, does nothing; whether the person may is asked as for typed commands.
 */
final class Presses {
    private final Buttons buttons;
    private final PageTurner pages;
    private final Dialogue dialogue;
    private final ChatRights rights;
    private final AnswerBudget budget;
    private final TelegramAnswers answers;
    private final ChatMenus menus;
    private final Says says;

    Presses(
            Buttons buttons,
            PageTurner pages,
            Dialogue dialogue,
            ChatRights rights,
            AnswerBudget budget,
            TelegramAnswers answers,
            ChatMenus menus,
            Says says) {
        this.buttons = buttons;
        this.pages = pages;
        this.dialogue = dialogue;
        this.rights = rights;
        this.budget = budget;
        this.answers = answers;
        this.menus = menus;
        this.says = says;
    }

    void press(CallbackQuery query, OnceApi api) {
        MaybeInaccessibleMessage under = query.getMessage();
        String data = query.getData();
        if (under == null || data == null) {
            acknowledge(api, query, null);
            return;
        }
        TelegramAddress chat = under instanceof Message message
                ? Addressing.address(message)
                : new TelegramAddress(under.getChatId(), null);
        Asked asked = asked(query, chat, under.getMessageId(), "");
        Request request = dialogue.plain(asked);
        Optional<Press> press = buttons.read(chat.chatId(), data);
        if (press.isEmpty()) {
            acknowledge(api, query, says.say(request, "button.old"));
        } else if (press.get() instanceof Press.Nothing) {
            acknowledge(api, query, null);
        } else if (budget.ask(query.getFrom().getId() + " in " + chat.chatId()) != AnswerBudget.Verdict.ANSWER) {
            acknowledge(api, query, says.say(request, "too.many"));
        } else {
            act(press.get(), query, chat, under.getMessageId(), request, api);
        }
    }

    private void act(
            Press press, CallbackQuery query, TelegramAddress chat, int message, Request request, OnceApi api) {
        if (press instanceof Press.Turns turns) {
            Optional<EditMessageText> page = pages.turn(chat, message, turns);
            acknowledge(api, query, page.isPresent() ? null : says.say(request, "button.old"));
            page.ifPresent(edit -> Sends.edit(new Showing(api, chat, message, null), edit));
        } else if (press instanceof Press.Reads reads) {
            Optional<PostRef> article = pages.article(chat, message, reads);
            acknowledge(api, query, article.isPresent() ? null : says.say(request, "button.old"));
            article.ifPresent(ref -> answers.show(
                    new Showing(api, chat, null, message),
                    request,
                    new Answer.Articles(List.of(reads.number()), List.of(ref), List.of())));
        } else if (press instanceof Press.Does does) {
            command(does, query, chat, message, api);
        }
    }

    private void command(Press.Does does, CallbackQuery query, TelegramAddress chat, int message, OnceApi api) {
        Asked asked = asked(query, chat, message, "/" + does.command());
        Dialogue.Turn turn = dialogue.answer(asked);
        acknowledge(api, query, turn.refused() ? turn.answer().toString() : null);
        if (turn.refused()) return;
        Showing where = new Showing(api, chat, does.inPlace() ? message : null, null);
        answers.show(where, turn.request(), turn.answer());
        turn.language().ifPresent(lang -> menus.speak(chat, lang));
    }

    private Asked asked(CallbackQuery query, TelegramAddress chat, int message, String text) {
        long person = query.getFrom().getId();
        return new Asked(
                chat,
                person,
                Addressing.language(query.getFrom()),
                text,
                Integer.toString(message),
                () -> rights.mayChange(chat.chatId(), person));
    }

    private static void acknowledge(OnceApi api, CallbackQuery query, @Nullable String text) {
        api.call(AnswerCallbackQuery.builder()
                .callbackQueryId(query.getId())
                .text(text)
                .build());
    }
}
