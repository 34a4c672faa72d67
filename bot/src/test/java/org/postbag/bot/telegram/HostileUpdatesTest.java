package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.telegram.TelegramDouble.Fault;
import org.postbag.subscriptions.Status;

/** Whatever comes in is answered or set aside, and the bot goes on. */
class HostileUpdatesTest {
    private static final long READER = 42;
    private static final long OTHER = 43;
    private static final long GROUP = -5;

    private RunningBot it;

    @BeforeEach
    void start() throws IOException {
        it = new RunningBot();
        it.telegram
                .chats()
                .privateChat(READER, "Reader")
                .privateChat(OTHER, "Other")
                .group(GROUP, "Neighbours");
        it.begin();
    }

    @AfterEach
    void stop() throws InterruptedException {
        assertThat(it.say(OTHER, OTHER, "/help")).as("polling goes on").contains("/follow");
        it.close();
        assertThat(it.telegram.violations()).isEmpty();
    }

    @Test
    @DisplayName("odd texts are answered with words")
    void texts() throws InterruptedException {
        String rightToLeft = "\u202e\u2067\u200f";
        for (String text : List.of(
                "😀".repeat(2048),
                "/search " + "😀".repeat(2000),
                "/follow " + "👨‍👩‍👧‍👦".repeat(300),
                "/" + "a".repeat(4000),
                rightToLeft + "/follow x",
                "/follow " + rightToLeft + "City",
                "/mute " + "<b>&amp;<a href=\"x\">".repeat(100),
                "/mute <script>",
                "/start " + "x".repeat(64),
                "/email " + "a".repeat(3000) + "@example.org",
                "/schedule 99:99",
                "/timezone \u202eUTC\u0000",
                "/link @" + "x".repeat(500)))
            assertThat(it.say(READER, READER, text)).as(text).isNotBlank();
        assertThat(it.say(READER, READER, "/list")).isNotBlank();
    }

    @Test
    @DisplayName("numbers out of range and tags nobody uses are answered with what there is")
    void numbers() throws InterruptedException {
        it.say(READER, READER, "/start");
        it.say(READER, READER, "/latest");
        assertThat(it.say(READER, READER, "/read 0")).isNotBlank();
        assertThat(it.say(READER, READER, "/read 99")).contains("ends at 2");
        assertThat(it.say(READER, READER, "/read 99999")).contains("/read");
        assertThat(it.say(READER, READER, "/read 99999999999999999999")).isNotBlank();
        assertThat(it.say(READER, READER, "/read 1-99999999")).isNotBlank();
        assertThat(it.say(READER, READER, "/latest -5")).contains("/latest");
        assertThat(it.say(READER, READER, "/latest 2147483648")).isNotBlank();
        assertThat(it.say(READER, READER, "/digest nosuchtag")).isNotBlank();
        assertThat(it.say(READER, READER, "/digest 9999-99-99")).isNotBlank();
        assertThat(it.say(READER, READER, "/unfollow nosuchtag")).contains("nosuchtag");
    }

    @Test
    @DisplayName(
            "markup, right-to-left marks and 5,000 characters in a title arrive as text in digest, list and inline")
    void titles() throws InterruptedException {
        String markup = "<b>&amp;</a> & <script>alert(1)</script> \u202egnp.exe\u202c ";
        it.bot.post("long", markup + "标题😀".repeat(1250), "<i>tag</i>", "A body with </blockquote> in it.");
        it.bot.collect();
        it.say(READER, READER, "/start");
        assertThat(it.say(READER, READER, "/latest")).contains("&lt;script&gt;").contains("River");
        assertThat(it.say(READER, READER, "/read 1 2 3"))
                .contains("&lt;b&gt;&amp;amp;")
                .contains("A body");
        assertThat(it.say(READER, READER, "/digest")).contains("&lt;script&gt;").contains("River");
        assertThat(it.say(READER, READER, "/tags")).contains("&lt;i&gt;tag");
        assertThat(it.say(READER, READER, "/search body")).contains("&lt;script&gt;");
        DoublePeople.Event inline = it.telegram.people().inline(READER, "", "");
        it.telegram.await(t -> t.screen().answer(inline) != null);
        assertThat(it.telegram.screen().answer(inline).path("results")).hasSize(3);
        it.telegram.next(Fault.ENTITIES);
        assertThat(RunningBot.texts(it.nextDigest(READER))).contains("<script>").contains("River");
    }

    @Test
    @DisplayName("an article of 300,000 characters arrives as one document")
    void longArticle() throws InterruptedException {
        String title = "长".repeat(5000);
        it.bot.post("epic", title, "科技", ("故事一直讲下去。".repeat(50) + "\n\n").repeat(750) + "完。");
        it.bot.collect();
        it.say(READER, READER, "/search 故事");
        List<JsonNode> messages = it.got(READER, () -> it.telegram.people().text(READER, READER, "/read 1"));
        assertThat(messages).isEmpty();
        List<DoubleFiles.Sent> files = it.telegram.screen().documents(READER);
        assertThat(files).hasSize(1);
        assertThat(files.get(0).file().text()).contains("完。").hasSizeGreaterThan(300_000);
    }

    @Test
    @DisplayName("a button of another chat, an altered one and a made-up one do nothing but say so")
    void buttons() throws InterruptedException {
        it.say(READER, READER, "/start");
        it.say(OTHER, OTHER, "/start");
        it.nextDigest(READER);
        it.telegram.await(t -> t.messages(OTHER).size() == 2);
        int digest = it.last(READER);
        String stop = data(READER, digest, "Unsubscribe");
        String read = data(READER, digest, "Read 1");
        char last = stop.charAt(stop.length() - 1);
        String altered = stop.substring(0, stop.length() - 1) + (last == 'A' ? 'B' : 'A');
        for (String data : List.of(
                stop,
                read,
                altered,
                "in:stop",
                "do:stop",
                "do:stop12345678",
                "page:1:1",
                "read:999999999999999999999:1abcdefgh",
                "#nothing12345678",
                "",
                "😀".repeat(16))) {
            int before = it.telegram.messages(OTHER).size();
            String edits = it.telegram.calls("editMessageText").toString();
            assertThat(it.toast(it.telegram.people().press(OTHER, OTHER, it.last(OTHER), data)))
                    .as(data)
                    .contains("too old");
            Settled.in(it.telegram, OTHER);
            assertThat(it.telegram.messages(OTHER)).hasSize(before);
            assertThat(it.telegram.calls("editMessageText").toString()).isEqualTo(edits);
        }
        assertThat(it.status("telegram:43")).isEqualTo(Status.ACTIVE);
        assertThat(it.status("telegram:42")).isEqualTo(Status.ACTIVE);
    }

    private String data(long chat, int message, String label) {
        for (JsonNode row : it.telegram.screen().keyboard(chat, message))
            for (JsonNode button : row)
                if (button.path("text").asText().equals(label))
                    return button.path("callback_data").asText();
        throw new AssertionError(
                "no button " + label + " in " + it.telegram.screen().keyboard(chat, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message_id\": {}, \"chat\": [1], \"text\": 7}",
                "{\"message_id\": 99999999999999999999, \"date\": 1, \"chat\": {\"id\": 42, \"type\": \"private\"}, \"text\": \"/stop\"}",
                "{\"message_id\": 1, \"date\": 1, \"chat\": {\"type\": \"private\"}, \"text\": \"/start\"}",
                "{\"message_id\": 1, \"date\": 1, \"text\": \"/start\"}",
                "{\"message_id\": 1, \"date\": 1, \"chat\": {\"id\": 42, \"type\": \"private\"}, \"from\": {}, \"text\": \"/start\"}",
                "{\"message_id\": 1, \"date\": 1, \"chat\": {\"id\": 42, \"type\": \"a new type\"}, \"text\": \"/start\"}",
                "{\"message_id\": 1, \"date\": 1, \"chat\": {\"id\": 42, \"type\": \"private\"}, \"reply_to_message\": {}, \"text\": \"3\"}",
                "{\"message_id\": 1, \"date\": 1, \"chat\": {\"id\": 42, \"type\": \"private\"}, \"entities\": \"none\", \"text\": \"/help\"}",
                "[]",
                "null",
                "\"text\""
            })
    @DisplayName("an update of odd content is set aside")
    void malformed(String content) throws InterruptedException {
        for (String kind : List.of("message", "channel_post", "callback_query", "my_chat_member", "inline_query"))
            it.telegram.update(kind, content);
        it.telegram.people().unknownKind();
        assertThat(it.say(READER, READER, "/help")).contains("/follow");
    }

    @Test
    @DisplayName(
            "a channel post is from nobody, an edited message is none, a forwarded channel post is not for the group")
    void from() throws InterruptedException {
        assertThat(it.say(READER, READER, "/help")).contains("/follow");
        assertThat(it.heard(READER, () -> it.telegram.people().edited(READER, 1, "/start")))
                .isEmpty();
        it.telegram.chats().channel(-1007, "Channel", "a_channel");
        assertThat(it.heard(-1007, () -> it.telegram.people().channelPost(-1007, "good morning")))
                .isEmpty();
        assertThat(it.heard(-1007, () -> it.telegram.people().channelPost(-1007, "/latest")))
                .contains("River");
        assertThat(
                        it.heard(
                                GROUP,
                                () -> it.telegram.update(
                                        "message",
                                        """
                        {"message_id": 5, "date": 1, "chat": {"id": -5, "type": "group", "title": "Neighbours"},
                         "from": {"id": 777000, "is_bot": false, "first_name": "Telegram"},
                         "sender_chat": {"id": -1007, "type": "channel", "title": "Channel"},
                         "is_automatic_forward": true, "text": "/latest"}
                        """)))
                .isEmpty();
    }

    @Test
    @DisplayName("a flood from one chat gets its share and one warning, while another chat is answered at once")
    void flood() throws InterruptedException {
        for (int i = 0; i < 300; i++) it.telegram.people().text(READER, READER, "/lang");
        long began = System.nanoTime();
        assertThat(it.say(OTHER, OTHER, "/latest")).contains("River");
        assertThat((System.nanoTime() - began) / 1e9).as("seconds").isLessThan(5);
        Settled.in(it.telegram, READER);
        List<JsonNode> answers = it.telegram.messages(READER);
        long seconds = (System.nanoTime() - began) / 1_000_000_000 + 1;
        assertThat((long) answers.size()).isBetween(61L, 61 + seconds + 1);
        assertThat(answers.stream().filter(a -> a.path("text").asText().contains("a lot at once")))
                .hasSize(1);
    }
}
