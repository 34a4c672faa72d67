package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.subscriptions.Status;

/** Channels: subscribed by a post, managed from a private chat, and read in the reader's own chat. */
class ChannelsTest {
    private static final long EDITOR = 42;
    private static final long STRANGER = 43;
    private static final long CHANNEL = -1007;
    private static final String CHANNEL_ADDRESS = "telegram:-1007";

    private RunningBot it;

    @BeforeEach
    void start() throws IOException {
        it = new RunningBot();
        it.telegram
                .chats()
                .privateChat(EDITOR, "Editor")
                .privateChat(STRANGER, "Stranger")
                .channel(CHANNEL, "晨报频道", "morning_paper")
                .bot(CHANNEL, DoubleMember.administrator("can_post_messages"))
                .member(CHANNEL, EDITOR, DoubleMember.administrator("can_post_messages"))
                .member(CHANNEL, STRANGER, DoubleMember.member());
        it.begin();
    }

    @AfterEach
    void stop() {
        it.close();
        assertThat(it.telegram.violations()).isEmpty();
    }

    @Test
    @DisplayName("a post subscribes the channel, whose digest has links that bring an article to anybody's own chat")
    void digest() throws InterruptedException {
        assertThat(it.heard(CHANNEL, () -> it.telegram.people().channelPost(CHANNEL, "/start")))
                .contains("欢迎");
        List<String> links = links(it.nextDigest(CHANNEL));
        assertThat(links).hasSize(3).allSatisfy(link -> assertThat(link)
                .startsWith("https://t.me/" + TelegramDouble.BOT + "?start="));
        List<String> articles = new ArrayList<>();
        for (String link : links) articles.add(it.say(STRANGER, STRANGER, "/start " + token(link)));
        assertThat(String.join("\n", articles))
                .contains("第二段说的是用电")
                .contains("They worked for a year")
                .contains("/start");
        assertThat(it.subscription("telegram:43")).isEmpty();
    }

    @Test
    @DisplayName("an altered link brings a kind word and nothing else")
    void alteredLink() throws InterruptedException {
        it.telegram.people().channelPost(CHANNEL, "/start");
        Settled.in(it.telegram, CHANNEL);
        String token = token(links(it.nextDigest(CHANNEL)).get(0));
        char first = token.charAt(0) == 'A' ? 'B' : 'A';
        String altered = first + token.substring(1);
        assertThat(it.say(STRANGER, STRANGER, "/start " + altered)).contains("too old");
        assertThat(it.say(STRANGER, STRANGER, "/start " + token.substring(0, token.length() - 1)))
                .contains("too old");
        assertThat(it.subscription("telegram:43")).isEmpty();
    }

    private static List<String> links(List<JsonNode> digest) {
        List<String> links = new ArrayList<>();
        for (JsonNode message : digest)
            for (JsonNode row : message.path("reply_markup").path("inline_keyboard"))
                row.forEach(button -> links.add(button.path("url").asText()));
        return links;
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    @Test
    @DisplayName("after /link an editor's commands and buttons mean the channel, until /link off")
    void managed() throws InterruptedException {
        assertThat(edits("/link @morning_paper")).contains("晨报频道");
        assertThat(edits("/start")).contains("晨报频道");
        assertThat(it.status(CHANNEL_ADDRESS)).isEqualTo(Status.ACTIVE);
        assertThat(it.subscription("telegram:42")).isEmpty();
        assertThat(edits("/follow 科技")).contains("晨报频道").contains("科技");
        assertThat(edits("/schedule 08:15")).contains("08:15");
        assertThat(edits("/settings")).contains("晨报频道").contains("08:15");
        edits("/settings length");
        it.toast(it.telegram.people().pressButton(EDITOR, EDITOR, it.last(EDITOR), "«"));
        Settled.in(it.telegram, EDITOR);
        assertThat(it.telegram.screen().text(EDITOR, it.last(EDITOR))).contains("晨报频道");
        assertThat(edits("/link off")).isNotBlank();
        assertThat(edits("/start")).contains("Welcome");
        assertThat(it.status("telegram:42")).isEqualTo(Status.ACTIVE);
        assertThat(edits("/list")).doesNotContain("科技");
    }

    @Test
    @DisplayName("a shared article's link means the person who follows it, whatever channel they manage")
    void linkIsForThePerson() throws InterruptedException {
        it.telegram.people().channelPost(CHANNEL, "/start");
        Settled.in(it.telegram, CHANNEL);
        String token = token(links(it.nextDigest(CHANNEL)).get(0));
        edits("/link @morning_paper");
        assertThat(edits("/start " + token)).contains("/start");
        it.telegram.chats().member(CHANNEL, EDITOR, DoubleMember.member());
        it.restart();
        assertThat(edits("/start " + token)).doesNotContain("no administrator");
    }

    @Test
    @DisplayName("who may not post there cannot manage it, nor anybody where the bot may not post")
    void refused() throws InterruptedException {
        assertThat(it.say(STRANGER, STRANGER, "/link @morning_paper")).contains("may not post");
        assertThat(it.say(STRANGER, STRANGER, "/follow 科技")).doesNotContain("晨报频道");
        assertThat(it.subscription(CHANNEL_ADDRESS)).isEmpty();
        it.telegram.chats().bot(CHANNEL, DoubleMember.administrator());
        assertThat(edits("/link @morning_paper")).contains("I may not post");
        assertThat(edits("/link @nowhere_at_all")).contains("cannot find");
    }

    @Test
    @DisplayName("an editor who loses the right manages nothing any more")
    void lost() throws InterruptedException {
        edits("/link @morning_paper");
        edits("/start");
        edits("/follow 科技");
        it.telegram.chats().member(CHANNEL, EDITOR, DoubleMember.member());
        it.restart(); // a right is remembered for a minute, but not on disk
        assertThat(edits("/follow City")).contains("no administrator");
        assertThat(it.subscription(CHANNEL_ADDRESS)
                        .orElseThrow()
                        .settings()
                        .selection()
                        .tags())
                .containsExactly("科技");
        assertThat(edits("/start")).contains("Welcome").doesNotContain("晨报频道");
    }

    private String edits(String text) throws InterruptedException {
        return it.say(EDITOR, EDITOR, text);
    }
}
