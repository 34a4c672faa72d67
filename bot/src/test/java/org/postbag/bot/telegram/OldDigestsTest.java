package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.telegram.TelegramDouble.Fault;

/** A digest of several pages in a private chat: its buttons go on working, and refused formatting is done without. */
class OldDigestsTest {
    private static final long READER = 42;

    private RunningBot it;
    private int digest;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        it = new RunningBot();
        it.telegram.chats().privateChat(READER, "Reader");
        Random random = new Random(4);
        for (int i = 0; i < 40; i++)
            it.bot.post("item" + i, "Ferry " + words(random, 5), "Pier " + i % 10, words(random, 60) + ".");
        it.bot.collect();
        it.begin();
        it.say(READER, READER, "/start");
        it.nextDigest(READER);
        digest = it.last(READER);
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.append(i == 0 ? "" : " ").append(Long.toString(1_000_000_000L + random.nextInt(1_000_000_000), 36));
        return text.toString();
    }

    @AfterEach
    void stop() {
        it.close();
        assertThat(it.telegram.violations()).isEmpty();
    }

    @Test
    @DisplayName("pages turn in place and articles come, before a restart and after it")
    void buttons() throws InterruptedException {
        String first = shown();
        assertThat(labels()).contains("1/").contains("▶").doesNotContain("◀").contains("Settings");
        press("▶");
        String second = shown();
        assertThat(second).isNotEqualTo(first);
        assertThat(labels()).contains("2/").contains("◀");
        it.restart();
        press("◀");
        assertThat(shown()).isEqualTo(first);
        assertThat(labels()).contains("1/").doesNotContain("◀");
        press("▶");
        assertThat(shown()).isEqualTo(second);
        assertThat(it.telegram.messages(READER)).as("nothing new came").hasSize(2);
        press("◀");
        String article = it.heard(READER, () -> it.telegram.people().pressButton(READER, READER, digest, "Read 1"));
        assertThat(article).isNotBlank();
        assertThat(shown()).isEqualTo(first);
    }

    @Test
    @DisplayName("where formatting is refused, a page and an answer come without it and keep their buttons")
    void plain() throws InterruptedException {
        it.telegram.next("editMessageText", Fault.ENTITIES);
        press("▶");
        assertThat(labels()).contains("2/").contains("◀");
        assertThat(it.telegram.screen().source(READER, digest))
                .doesNotContain("<b>")
                .contains("Ferry");
        it.telegram.next(Fault.ENTITIES);
        String answer = it.say(READER, READER, "/latest");
        assertThat(answer).contains("Ferry").doesNotContain("<a href");
        it.telegram.next(Fault.ENTITIES);
        assertThat(RunningBot.texts(it.nextDigest(READER))).contains("Bakers").doesNotContain("<b>");
    }

    private void press(String label) throws InterruptedException {
        assertThat(it.toast(it.telegram.people().pressButton(READER, READER, digest, label)))
                .isEmpty();
        Settled.in(it.telegram, READER);
    }

    private String shown() {
        return it.telegram.screen().text(READER, digest);
    }

    private String labels() {
        StringBuilder labels = new StringBuilder();
        for (JsonNode row : it.telegram.screen().keyboard(READER, digest))
            for (JsonNode button : row)
                labels.append(button.path("text").asText()).append('\n');
        return labels.toString();
    }
}
