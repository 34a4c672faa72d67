package org.postbag.bot.telegram.update;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.QuestionStore;
import org.postbag.bot.telegram.update.Addressing.Meant;
import org.postbag.bot.telegram.update.AnswerBudget.Verdict;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Somebody wrote something: if the bot is meant, it is answered, as far as the chat's budget goes. */
final class TextMessages {
    private final Addressing addressing;
    private final Dialogue dialogue;
    private final ChatRights rights;
    private final QuestionStore questions;
    private final AnswerBudget budget;
    private final TelegramAnswers answers;
    private final ChatMenus menus;
    private final Says says;

    TextMessages(
            Addressing addressing,
            Dialogue dialogue,
            ChatRights rights,
            QuestionStore questions,
            AnswerBudget budget,
            TelegramAnswers answers,
            ChatMenus menus,
            Says says) {
        this.addressing = addressing;
        this.dialogue = dialogue;
        this.rights = rights;
        this.questions = questions;
        this.budget = budget;
        this.answers = answers;
        this.menus = menus;
        this.says = says;
    }

    void receive(Message message, OnceApi api) {
        String text = message.getText();
        if (text == null || text.isBlank()) return;
        // What was posted in a channel is answered there, not where its discussion group gets a copy.
        if (Boolean.TRUE.equals(message.getIsAutomaticForward())) return;
        Optional<String> question = question(message);
        Meant meant = question.isPresent() ? Meant.ME : addressing.meant(message, text);
        if (meant == Meant.SOMEBODY_ELSE) return;
        Asked asked =
                asked(message, question.map(command -> command + " " + text).orElse(text));
        if (meant == Meant.PERHAPS && !dialogue.understands(asked)) return;
        Showing where = new Showing(api, asked.chat(), null, asked.inPrivate() ? null : message.getMessageId());
        Verdict verdict = budget.ask(Long.toString(message.getChatId()));
        if (verdict == Verdict.WARN) answers.said(where, says.say(dialogue.plain(asked), "too.many"));
        if (verdict != Verdict.ANSWER) return;
        Dialogue.Turn turn = dialogue.answer(asked);
        answers.show(where, turn.request(), turn.answer());
        turn.language().ifPresent(lang -> menus.speak(asked.chat(), lang));
    }

    /** The command that a reply is meant for, where a question was answered and no other command given. */
    private Optional<String> question(Message message) {
        String repliedTo = Addressing.repliedTo(message);
        if (repliedTo == null || message.getText().startsWith("/")) return Optional.empty();
        return questions.command(Addressing.address(message).toString(), repliedTo);
    }

    private Asked asked(Message message, String text) {
        return new Asked(
                Addressing.address(message),
                person(message),
                Addressing.language(message.getFrom()),
                text,
                Addressing.repliedTo(message),
                () -> rights.mayChange(message));
    }

    /** Whoever writes in the name of a chat is not told. */
    private static @Nullable Long person(Message message) {
        return message.getFrom() == null || message.getSenderChat() != null
                ? null
                : message.getFrom().getId();
    }
}
