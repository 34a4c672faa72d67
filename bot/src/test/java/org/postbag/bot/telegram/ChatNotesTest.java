package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestClock;
import org.postbag.bot.command.Says;
import org.postbag.bot.command.admin.OperatorLanguage;
import org.postbag.bot.store.ButtonStore;
import org.postbag.bot.telegram.SmallBotApi.Answer;
import org.postbag.bot.telegram.rate.RateGate;
import org.postbag.bot.token.Tokens;
import org.postbag.digest.Wordings;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Subscription;

/** Messages to chats that did not ask just now, and above all the note that somebody wants to come in. */
class ChatNotesTest {
    private final TestClock clock = new TestClock("2026-11-20T12:00:00Z");

    @Test
    @DisplayName("what surely did not arrive is sent again when it may, and holds up no other chat")
    void again() throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                TelegramHttp api = new TelegramHttp(SmallBotApi.TOKEN, telegram.address(), new RateGate(0))) {
            telegram.next(7, Answer.no(429, "Too Many Requests: retry after 5", "{\"retry_after\":5}"))
                    .next(8, Answer.cut())
                    .next(9, Answer.no(403, "Forbidden: bot was blocked by the user", ""));
            ChatNotes notes = new ChatNotes(api, clock);
            for (long chat : List.of(7L, 8L, 9L, 10L)) notes.report(chat, "a < b");
            assertThat(telegram.accepted).as("nobody waits for Telegram").isEmpty();
            notes.send();
            assertThat(telegram.chats()).containsExactly(8L, 10L);
            notes.send();
            clock.advance(Duration.ofSeconds(5));
            notes.send();
            notes.send();
            assertThat(telegram.chats()).containsExactly(8L, 10L, 7L);
            assertThat(telegram.accepted.get(2).path("text").asText()).isEqualTo("a &lt; b");
        }
    }

    @Test
    @DisplayName("every operator is told who asks to come in, with signed buttons, and not again for half a day")
    void approvals() throws IOException {
        try (SmallBotApi telegram = new SmallBotApi();
                Readership readers = new Readership(Engine.SQLITE.url(), telegram.address(), clock)) {
            readers.subscriptions.add(Readership.chat(2), Change.none().withLang(ReaderLanguage.ZH), false);
            Says says = new Says(new Wordings("org/postbag/bot/conversation", null));
            Buttons buttons = new Buttons(new Tokens(new byte[32], clock), new ButtonStore(readers.db), clock);
            ChatNotes notes = new ChatNotes(readers.api, clock);
            ApprovalNotes approvals = new ApprovalNotes(
                    notes,
                    buttons,
                    List.of(1L, 2L),
                    new OperatorLanguage(readers.subscriptions, ReaderLanguage.EN),
                    says,
                    clock);
            Subscription asking = readers.subscriptions
                    .add(Readership.chat(42), Change.none(), false)
                    .subscription()
                    .orElseThrow();
            approvals.asked(asking);
            approvals.asked(asking);
            notes.send();
            assertThat(telegram.accepted)
                    .extracting(message -> message.path("text").asText())
                    .containsExactly("telegram:42 asks to come in.", "telegram:42 申请订阅。");
            String data = telegram.accepted
                    .get(0)
                    .path("reply_markup")
                    .path("inline_keyboard")
                    .path(0)
                    .path(0)
                    .path("callback_data")
                    .asText();
            assertThat(buttons.read(1, data)).contains(new Press.Does("approve telegram:42", true));
            assertThat(buttons.read(2, data)).as("in another chat").isEmpty();
            clock.advance(Duration.ofHours(12));
            approvals.asked(asking);
            notes.send();
            assertThat(telegram.accepted).hasSize(4);
        }
    }
}
