package org.postbag.bot.telegram.update;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.command.Request;
import org.postbag.bot.store.QuestionStore;
import org.postbag.bot.telegram.Buttons;
import org.postbag.bot.telegram.DigestMessages;
import org.postbag.bot.telegram.DigestMessages.Shown;
import org.postbag.bot.telegram.PlainMessages;
import org.postbag.digest.Manifest;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Shows answers in a chat, and keeps the numbered ones so that numbers can be answered. Articles are {@link Articles}'. */
final class TelegramAnswers {
    private final DigestMessages messages;
    private final Articles articles;
    private final NumberedLists lists;
    private final QuestionStore questions;
    private final Buttons buttons;
    private final ZoneId defaultZone;
    private final java.time.Clock clock;

    TelegramAnswers(
            DigestMessages messages,
            Articles articles,
            NumberedLists lists,
            QuestionStore questions,
            Buttons buttons,
            ZoneId defaultZone,
            java.time.Clock clock) {
        this.messages = messages;
        this.articles = articles;
        this.lists = lists;
        this.questions = questions;
        this.buttons = buttons;
        this.defaultZone = defaultZone;
        this.clock = clock;
    }

    void show(Showing where, Request request, Answer answer) {
        if (answer instanceof Answer.Said said) said(where, said.toString());
        else if (answer instanceof Answer.Menu menu) menu(where, menu);
        else if (answer instanceof Answer.Question question) question(where, question);
        else if (answer instanceof Answer.Listing listing) listing(where, request, listing);
        else if (answer instanceof Answer.Digested digested) digest(where, digested);
        else if (answer instanceof Answer.Document document) articles.document(where, document);
        else if (answer instanceof Answer.Articles wanted) {
            articles.send(where, request, wanted.refs(), zone(request));
            if (!wanted.remarks().isEmpty()) said(where, String.join("\n", wanted.remarks()));
        }
    }

    void said(Showing where, String text) {
        for (String html : PlainMessages.of(text)) Sends.message(where, DigestMessages.html(where.chat(), html));
    }

    private void menu(Showing where, Answer.Menu menu) {
        List<String> texts = PlainMessages.of(String.join("\n\n", menu.paragraphs()));
        show(where, texts, buttons.keyboard(where.chat().chatId(), menu.rows(), true));
    }

    /** The buttons hang below the last message; a single one takes the place of the message pressed. */
    private List<String> show(Showing where, List<String> texts, @Nullable InlineKeyboardMarkup keyboard) {
        if (where.edits() != null && texts.size() == 1) {
            Sends.edit(
                    where,
                    EditMessageText.builder()
                            .chatId(where.chat().chatId())
                            .messageId(where.edits())
                            .text(texts.get(0))
                            .parseMode("HTML")
                            .linkPreviewOptions(DigestMessages.noPreview())
                            .replyMarkup(keyboard)
                            .build());
            return List.of(where.edits().toString());
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            SendMessage message = DigestMessages.html(where.chat(), texts.get(i));
            if (i == texts.size() - 1) message.setReplyMarkup(keyboard);
            Optional<String> id = Sends.message(where, message);
            if (id.isEmpty() && !where.api().begunBefore()) break;
            id.ifPresent(ids::add);
        }
        return ids;
    }

    private void question(Showing where, Answer.Question question) {
        SendMessage message = DigestMessages.html(
                where.chat(), PlainMessages.of(question.text()).get(0));
        message.setReplyMarkup(ForceReplyKeyboard.builder()
                .forceReply(true)
                .selective(where.answers() != null)
                .build());
        Sends.message(where, message)
                .ifPresent(id -> questions.keep(where.chat().toString(), id, question.command(), clock.instant()));
    }

    private void listing(Showing where, Request request, Answer.Listing listing) {
        String page = messages.renderer()
                .listPage(listing.heading(), listing.numbered(), listing.footer(), request.lang(), zone(request));
        List<String> ids =
                show(where, List.of(page), buttons.keyboard(where.chat().chatId(), listing.rows(), true));
        lists.keep(where.chat(), ids, listing.numbers());
    }

    private void digest(Showing where, Answer.Digested digested) {
        List<List<Integer>> pages = messages.renderer().paginate(digested.digest());
        Shown shown = new Shown(0, digested.digest(), pages);
        List<String> ids = new ArrayList<>();
        int messagesSent = DigestMessages.paged(where.chat()) && where.api().interactive() ? 1 : pages.size();
        for (int page = 0; page < messagesSent; page++)
            Sends.message(where, messages.message(shown, where.chat(), page, false))
                    .ifPresent(ids::add);
        lists.keep(where.chat(), ids, Manifest.of(digested.digest(), pages));
    }

    private ZoneId zone(Request request) {
        return request.subscription().map(s -> s.settings().timetable().zone()).orElse(defaultZone);
    }
}
