package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.posts.store.TestDatabases.Engine;

/** Searching: {@code @bot words} in any chat, and {@code /search} with its pages. */
class InlineTest {
    private static final long ME = 42;
    private static final int POSTS = 25;

    private TelegramDouble telegram;
    private TestBot bot;
    private Service service;
    private ChatPartner me;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        telegram.chats().privateChat(ME, "Reader").user(ME, "Reader", "en");
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T10:00:00Z"),
                "telegram: { token: \"%s\", api: \"%s\", rate: 0 }"
                        .formatted(TelegramDouble.TOKEN, telegram.address()));
        for (int i = 1; i <= POSTS; i++)
            bot.post(
                    "river" + i,
                    bot.clock().instant().minus(Duration.ofHours(i)),
                    "River <report> %02d".formatted(i),
                    "City",
                    "The river was measured & found well. This is the body of report %02d.".formatted(i));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        bot.collect();
        service = Service.start(bot.application());
        me = new ChatPartner(telegram, ME, ME);
    }

    @AfterEach
    void stop() {
        service.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private JsonNode ask(String words, String offset) throws InterruptedException {
        DoublePeople.Event event = telegram.people().inline(ME, words, offset);
        telegram.await(t -> t.screen().answer(event) != null);
        return telegram.screen().answer(event);
    }

    private static List<String> titles(JsonNode answer) {
        List<String> titles = new ArrayList<>();
        answer.path("results").forEach(result -> titles.add(result.path("title").asText()));
        return titles;
    }

    @Test
    @DisplayName("a result has a title, a description, a message to share, and a link to the whole article")
    void whole() throws InterruptedException {
        JsonNode answer = ask("芯片", "");
        assertThat(titles(answer)).containsExactly("芯片厂扩产");
        JsonNode result = answer.path("results").get(0);
        assertThat(result.path("type").asText()).isEqualTo("article");
        assertThat(result.path("description").asText()).contains("扩产");
        JsonNode message = result.path("input_message_content");
        assertThat(message.path("message_text").asText()).contains("芯片厂扩产").contains("https://example.org/chips");
        assertThat(message.path("parse_mode").asText()).isEqualTo("HTML");
        JsonNode button =
                result.path("reply_markup").path("inline_keyboard").path(0).path(0);
        String link = button.path("url").asText();
        assertThat(link).startsWith("https://t.me/" + TelegramDouble.BOT + "?start=");
        assertThat(button.path("text").asText()).isEqualTo("Read the article");
        assertThat(me.say("/start " + link.substring(link.indexOf('=') + 1)))
                .as("whoever follows the link gets the article")
                .contains("第二段说的是用电");
        assertThat(answer.path("cache_time").asInt()).isPositive();
        assertThat(answer.path("next_offset").asText()).isEmpty();
    }

    @Test
    @DisplayName("pages follow one another without repeats or gaps, for words and for none")
    void pages() throws InterruptedException {
        for (String words : List.of("river", "")) {
            List<String> all = new ArrayList<>();
            String offset = "";
            int pages = 0;
            do {
                JsonNode answer = ask(words, offset);
                all.addAll(titles(answer));
                offset = answer.path("next_offset").asText();
                pages++;
            } while (!offset.isEmpty() && pages < 10);
            assertThat(pages).isBetween(2, 3);
            assertThat(new HashSet<>(all)).as("no repeats").hasSameSizeAs(all);
            assertThat(all).hasSize(words.isEmpty() ? POSTS + 1 : POSTS);
        }
        assertThat(titles(ask("", "")))
                .as("the newest first")
                .startsWith("River <report> 01")
                .doesNotHaveDuplicates();
        assertThat(titles(ask("", "")).indexOf("River <report> 02"))
                .isLessThan(titles(ask("", "")).indexOf("River <report> 05"));
    }

    @Test
    @DisplayName("hostile words and made up offsets are answered with what there is, perhaps nothing")
    void hostile() throws InterruptedException {
        for (String words : List.of(
                "\"'; DROP TABLE post; --",
                "river AND OR NOT NEAR( *",
                "<b>&\u202e",
                "😀".repeat(64),
                "\\%_*:^{}()[]",
                "\u0000\u200b",
                "a".repeat(256)))
            assertThat(ask(words, "").path("results").isArray()).as(words).isTrue();
        for (String offset : List.of("-1", "x", "9999", "99999999999999999999", "20' OR 1=1"))
            assertThat(ask("river", offset).path("results").isArray())
                    .as(offset)
                    .isTrue();
        assertThat(ask("nothinglikethat", "").path("results")).isEmpty();
        assertThat(titles(ask("ｒｉｖｅｒ", ""))).isNotEmpty();
    }

    @Test
    @DisplayName("the pages of /search take each other's place, and numbers of all pages seen keep their meaning")
    void searchPages() throws InterruptedException {
        me.say("/search river");
        int list = me.newest();
        String first = me.text(list);
        int messages = me.count();
        assertThat(first).contains("1.").doesNotContain("11.");
        assertThat(me.labels(list)).contains("▶").doesNotContain("◀");
        String title1 = title(first, 1);
        String second = me.press(list, "▶");
        assertThat(me.count()).as("in place").isEqualTo(messages);
        assertThat(second).contains("11").contains("20");
        String title11 = title(second, 11);
        assertThat(title11).isNotEqualTo(title1);
        assertThat(me.labels(list)).contains("◀", "▶");
        assertThat(me.say("11")).contains(title11);
        assertThat(me.reply(list, "1")).as("numbers of the first page").contains(title1);
        assertThat(me.say("/read 1 11")).contains(title1, title11);
        String third = me.press(list, "▶");
        assertThat(third).contains("25");
        assertThat(me.labels(list)).contains("◀").doesNotContain("▶");
        assertThat(me.reply(list, "25")).contains(title(third, 25));
        assertThat(me.reply(list, "26")).contains("25");
        assertThat(me.press(list, "◀")).isEqualTo(second);
        assertThat(me.reply(list, "25")).as("seen before").contains(title(third, 25));
    }

    /** The report's own number, for it stands in text and article alike. */
    private static String title(String list, int number) {
        Matcher matcher = Pattern.compile("(?m)^" + number + "\\..*?report\\D*?(\\d\\d)\\b")
                .matcher(list);
        assertThat(matcher.find()).as("number " + number + " in " + list).isTrue();
        return "body of report " + matcher.group(1);
    }
}
