package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.store.UpdateStore;
import org.postbag.bot.store.UpdateStore.Kept;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Status;

/** What a crash left: updates that were kept and not handled, or whose answers had begun. */
class AfterCrashTest {
    private static final long READER = 42;

    private RunningBot it;

    @BeforeEach
    void start() throws IOException {
        it = new RunningBot();
        it.telegram.chats().privateChat(READER, "Reader");
    }

    @AfterEach
    void stop() {
        it.close();
        assertThat(it.telegram.violations()).isEmpty();
    }

    private static Kept text(long id, String text) {
        return new Kept(
                id,
                "42",
                """
                {"update_id": %d, "message": {"message_id": %d, "date": 1, "chat": {"id": 42, "type": "private"},
                 "from": {"id": 42, "is_bot": false, "first_name": "Reader", "language_code": "en"}, "text": "%s"}}
                """
                        .formatted(id, id, text));
    }

    /** As an earlier life left them, the first messages in answer to each begun. */
    private void left(int begun, Kept... updates) {
        try (Database db = Database.open(it.bot.application().config().database())) {
            UpdateStore store = new UpdateStore(db);
            store.keep(List.of(updates), it.bot.clock().instant());
            for (Kept update : updates)
                for (int message = 1; message <= begun; message++) store.begin(update.id(), message);
        }
    }

    @Test
    @DisplayName("an update that was kept is handled at the next start, and after it what Telegram brings")
    void handled() throws InterruptedException {
        left(0, text(400, "/start"), text(401, "/follow City"));
        it.begin();
        it.telegram.await(t -> t.messages(READER).size() >= 2);
        assertThat(it.status("telegram:42")).isEqualTo(Status.ACTIVE);
        assertThat(it.say(READER, READER, "/list")).contains("Topics: City");
        it.restart();
        assertThat(it.say(READER, READER, "/help")).contains("/follow");
        assertThat(it.telegram.messages(READER)).hasSize(4);
    }

    @Test
    @DisplayName("an answer that was begun is not given twice, though its effect is sure")
    void notTwice() throws InterruptedException {
        left(1, text(400, "/start"));
        it.begin();
        Settled.in(it.telegram, READER);
        assertThat(it.telegram.messages(READER)).isEmpty();
        assertThat(it.status("telegram:42")).isEqualTo(Status.ACTIVE);
        assertThat(it.say(READER, READER, "/help")).contains("/follow");
        assertThat(it.telegram.messages(READER)).hasSize(1);
    }

    @Test
    @DisplayName("of an answer in several messages, those come that were not begun")
    void theRest() throws InterruptedException {
        String part = "A sentence of a long article. ".repeat(130) + "\n\n";
        it.bot.post("long", "A long article", "City", "Beginning. " + part + part.repeat(2) + "The very end.");
        it.bot.collect();
        it.begin();
        it.say(READER, READER, "/search sentence");
        List<JsonNode> whole = it.got(READER, () -> it.telegram.people().text(READER, READER, "/read 1"));
        assertThat(whole.size()).isBetween(2, 5);
        assertThat(RunningBot.texts(whole)).contains("Beginning").contains("The very end");
        it.halt();
        left(1, text(400, "/read 1"));
        int before = it.telegram.messages(READER).size();
        it.begin();
        Settled.in(it.telegram, READER);
        List<JsonNode> all = it.telegram.messages(READER);
        List<JsonNode> rest = all.subList(before, all.size());
        assertThat(rest).hasSize(whole.size() - 1);
        assertThat(RunningBot.texts(rest)).contains("The very end").doesNotContain("Beginning");
    }

    @Test
    @DisplayName("an answer that Telegram failed to take is given again, and once")
    void failures() throws InterruptedException {
        it.begin();
        it.telegram.next(TelegramDouble.Fault.SERVER_ERROR, TelegramDouble.Fault.BAD_GATEWAY);
        assertThat(it.say(READER, READER, "/start")).contains("Welcome");
        assertThat(it.telegram.messages(READER)).hasSize(1);
    }
}
