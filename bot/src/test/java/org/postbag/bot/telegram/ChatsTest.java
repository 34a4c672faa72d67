package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Status;

/** Groups, topics and the bot's own place in a chat: who may change what, and what becomes of the subscription. */
class ChatsTest {
    private static final long READER = 42;
    private static final long BOSS = 7;
    private static final long GUEST = 8;
    private static final long GROUP = -5;
    private static final long FORUM = -1009;
    private static final int NEWS = 7;
    private static final int SPORT = 9;

    private RunningBot it;

    @BeforeEach
    void start() throws IOException {
        it = new RunningBot();
        it.telegram
                .chats()
                .privateChat(READER, "Reader")
                .group(GROUP, "Neighbours")
                .member(GROUP, BOSS, DoubleMember.administrator("can_change_info"))
                .member(GROUP, GUEST, DoubleMember.member())
                .forum(FORUM, "Forum")
                .topic(FORUM, NEWS, "News")
                .topic(FORUM, SPORT, "Sport")
                .member(FORUM, BOSS, DoubleMember.creator());
        it.begin();
    }

    @AfterEach
    void stop() {
        it.close();
        assertThat(it.telegram.violations()).isEmpty();
    }

    @Test
    @DisplayName("in a group a member changes nothing, neither by typing nor by a menu's button; an administrator does")
    void onlyAdministrators() throws InterruptedException {
        assertThat(it.say(GROUP, GUEST, "/start")).contains("administrators");
        assertThat(it.subscription("telegram:-5")).isEmpty();
        assertThat(it.say(GROUP, BOSS, "/start")).contains("Welcome");
        assertThat(it.say(GROUP, GUEST, "/lang zh")).contains("administrators");
        it.say(GROUP, BOSS, "/settings lang");
        int menu = it.last(GROUP);
        List<JsonNode> said = it.got(GROUP, () -> {
            DoublePeople.Event press = it.telegram.people().pressButton(GROUP, GUEST, menu, "中文");
            assertThat(press.query()).isNotEmpty();
        });
        assertThat(said).as("a member's press is told to the member alone").isEmpty();
        assertThat(language()).isEqualTo(ReaderLanguage.EN);
        DoublePeople.Event refused = it.telegram.people().pressButton(GROUP, GUEST, menu, "中文");
        assertThat(it.toast(refused)).contains("administrators");
        it.toast(it.telegram.people().pressButton(GROUP, BOSS, menu, "中文"));
        Settled.in(it.telegram, GROUP);
        assertThat(language()).isEqualTo(ReaderLanguage.ZH);
    }

    private ReaderLanguage language() {
        return it.subscription("telegram:-5").orElseThrow().settings().lang();
    }

    @Test
    @DisplayName("an anonymous administrator may, and Telegram need not be asked")
    void anonymous() throws InterruptedException {
        assertThat(it.heard(GROUP, () -> it.telegram.people().anonymous(GROUP, 0, "/start")))
                .contains("欢迎");
        assertThat(it.heard(GROUP, () -> it.telegram.people().anonymous(GROUP, 0, "/schedule 08:15")))
                .contains("08:15");
        assertThat(it.telegram.calls("getChatMember")).isEmpty();
    }

    @Test
    @DisplayName("a right is asked for once and then remembered, but a question that failed is asked again")
    void remembered() throws InterruptedException {
        it.telegram.refuseNext("getChatMember", 500, "Internal Server Error");
        it.say(GROUP, BOSS, "/start");
        assertThat(it.say(GROUP, BOSS, "/start")).contains("Welcome");
        int asked = it.telegram.calls("getChatMember").size();
        assertThat(it.say(GROUP, BOSS, "/schedule 08:15")).contains("08:15");
        assertThat(it.say(GROUP, BOSS, "/follow City")).contains("City");
        assertThat(it.telegram.calls("getChatMember")).hasSize(asked);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    @DisplayName("a topic has a subscription of its own, and its digest comes in the topic")
    void topics() throws InterruptedException {
        inTopic(NEWS, "/start");
        inTopic(NEWS, "/follow 科技");
        assertThat(it.subscription("telegram:-1009")).isEmpty();
        assertThat(it.subscription("telegram:-1009/9")).isEmpty();
        List<JsonNode> digest = it.nextDigest(FORUM);
        assertThat(digest).isNotEmpty().allSatisfy(message -> assertThat(
                        message.path("message_thread_id").asInt())
                .isEqualTo(NEWS));
        assertThat(RunningBot.texts(digest)).contains("芯片厂扩产").doesNotContain("River");
    }

    @Test
    @DisplayName("a topic that was deleted or closed ends its own subscription and no other")
    void topicEnds() throws InterruptedException {
        inTopic(NEWS, "/start");
        inTopic(SPORT, "/start");
        it.telegram.chats().deleteTopic(FORUM, NEWS);
        assertThat(it.nextDigest(FORUM))
                .allSatisfy(message ->
                        assertThat(message.path("message_thread_id").asInt()).isEqualTo(SPORT));
        gone("telegram:-1009/7");
        assertThat(it.status("telegram:-1009/9")).isEqualTo(Status.ACTIVE);
        inTopic(0, "/start");
        it.telegram.chats().closeTopic(FORUM, SPORT);
        it.nextDigest(FORUM);
        gone("telegram:-1009/9");
        assertThat(it.status("telegram:-1009")).isEqualTo(Status.ACTIVE);
    }

    private void inTopic(int topic, String text) throws InterruptedException {
        assertThat(it.heard(FORUM, () -> it.telegram.people().inTopic(FORUM, topic, BOSS, text)))
                .isNotBlank();
    }

    /** Telegram's refusal is written down a moment after it was given. */
    private void gone(String address) throws InterruptedException {
        for (int i = 0; i < 500 && it.status(address) == Status.ACTIVE; i++) Settled.in(it.telegram, FORUM);
        assertThat(it.status(address)).isEqualTo(Status.GONE);
    }

    @Test
    @DisplayName("a group that becomes a supergroup keeps its settings, its numbers and goes on")
    void migration() throws InterruptedException {
        it.say(GROUP, BOSS, "/start");
        it.say(GROUP, BOSS, "/follow City");
        it.say(GROUP, BOSS, "/search river");
        it.telegram.people().migrates(GROUP, -1005, BOSS);
        Settled.in(it.telegram, GROUP);
        Settled.in(it.telegram, -1005);
        assertThat(it.subscription("telegram:-5")).isEmpty();
        assertThat(it.say(-1005, GUEST, "/list")).contains("Topics: City");
        assertThat(it.say(-1005, GUEST, "/read 1")).contains("They worked for a year");
        assertThat(it.say(-1005, BOSS, "/schedule 08:15")).contains("08:15");
    }

    @Test
    @DisplayName("put out of a forum, chat and topics are gone; let in again, it waits for /start")
    void kicked() throws InterruptedException {
        inTopic(0, "/start");
        inTopic(NEWS, "/start");
        it.telegram.people().myChatMember(FORUM, BOSS, DoubleMember.member(), DoubleMember.kicked());
        Settled.in(it.telegram, FORUM);
        assertThat(it.status("telegram:-1009")).isEqualTo(Status.GONE);
        assertThat(it.status("telegram:-1009/7")).isEqualTo(Status.GONE);
        assertThat(it.heard(FORUM, () -> it.telegram
                        .people()
                        .myChatMember(FORUM, BOSS, DoubleMember.kicked(), DoubleMember.member())))
                .contains("/start");
        assertThat(it.status("telegram:-1009/7")).isEqualTo(Status.GONE);
        inTopic(NEWS, "/start");
        assertThat(it.status("telegram:-1009/7")).isEqualTo(Status.ACTIVE);
        assertThat(it.status("telegram:-1009")).isEqualTo(Status.GONE);
    }

    @Test
    @DisplayName("who blocks the bot is gone, and /start resumes with the old settings")
    void blocked() throws InterruptedException {
        it.say(READER, READER, "/start");
        it.say(READER, READER, "/follow City");
        it.telegram.people().myChatMember(READER, READER, DoubleMember.member(), DoubleMember.kicked());
        Settled.in(it.telegram, READER);
        assertThat(it.status("telegram:42")).isEqualTo(Status.GONE);
        it.telegram.people().myChatMember(READER, READER, DoubleMember.kicked(), DoubleMember.member());
        assertThat(it.say(READER, READER, "/start")).contains("Welcome");
        assertThat(it.status("telegram:42")).isEqualTo(Status.ACTIVE);
        assertThat(it.say(READER, READER, "/list")).contains("Topics: City");
    }

    @Test
    @DisplayName("let into a group, it greets once and no more when it becomes an administrator")
    void greeting() throws InterruptedException {
        List<JsonNode> first = it.got(
                GROUP,
                () -> it.telegram.people().myChatMember(GROUP, BOSS, DoubleMember.left(), DoubleMember.member()));
        assertThat(first).hasSize(1);
        assertThat(RunningBot.texts(first)).contains("/start").contains("administrator");
        assertThat(it.got(GROUP, () -> it.telegram
                        .people()
                        .myChatMember(GROUP, BOSS, DoubleMember.member(), DoubleMember.administrator())))
                .isEmpty();
    }
}
