package org.postbag.bot.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.command.Answer;
import org.postbag.bot.store.Broadcast;
import org.postbag.bot.store.BroadcastMessages;
import org.postbag.bot.store.Broadcasts;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.TestDatabases.Engine;

/** A broadcast from the draft to its confirmation; how it is sent is shown elsewhere. */
class BroadcastCommandTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("the text is shown with the number of chats, and confirming twice starts it once")
    void confirm(Engine engine) {
        try (Office office = new Office(engine)) {
            office.add("telegram:42");
            office.add("telegram:-100/7");
            office.add("telegram:-100/9");
            office.add("email:a@example.org");
            office.join("telegram:43");
            String text = "Maintenance tonight\n<b>at ten</b>";
            assertThat(office.said("/broadcast " + text)).contains(text, "2 active Telegram chats");
            List<String> buttons = office.buttons("/broadcast " + text);
            assertThat(buttons)
                    .as("the same text is the same draft")
                    .containsExactly("broadcast send 1", "broadcast drop 1");
            assertThat(office.said(buttons.get(0))).contains("#1 is being sent", "0/2");
            office.add("telegram:44");
            assertThat(office.said(buttons.get(0))).contains("#1 is being sent", "0/2");
            assertThat(office.said(buttons.get(1))).contains("past that");
            assertThat(new BroadcastMessages(office.db).waiting(1, office.clock.instant(), 10))
                    .as("one message a chat, whatever its topics")
                    .hasSize(2);
            assertThat(office.buttons("/broadcast")).containsExactly("broadcast stop 1", "broadcast");
            assertThat(office.said("broadcast stop 1")).contains("is stopped");
            assertThat(new BroadcastMessages(office.db)
                            .sending(1, new org.postbag.subscriptions.TelegramAddress(42, null)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = "SQLITE")
    @DisplayName("readers get the text as it was typed, full-width punctuation and line breaks included")
    void asTyped(Engine engine) {
        try (Office office = new Office(engine)) {
            office.add("telegram:42");
            String text = "大家好，今晚十点维护！（约１小时）\n谢谢～";
            for (String typed : List.of("/broadcast ", "／群发　", "群发：", "/broadcast@postbag_bot\n", "broadcast "))
                assertThat(((Answer.Menu) office.ask(typed + text)).paragraphs().get(0))
                        .as(typed)
                        .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a draft can be dropped, the list says how each has come on, and old ones are forgotten")
    void list(Engine engine) {
        try (Office office = new Office(engine)) {
            assertThat(office.said("/broadcast")).contains("no broadcasts", "Like this");
            assertThat(office.said("/broadcast hello")).contains("nobody to write to");
            office.add("telegram:42");
            office.said("/broadcast hello");
            assertThat(office.said("broadcast drop 1")).contains("nobody got it");
            assertThat(office.said("broadcast drop 1")).as("repeated").contains("nobody got it");
            assertThat(office.said("broadcast send 1")).contains("past that");
            assertThat(office.said("broadcast send x")).contains("no broadcast x", "Like this");
            office.said("/broadcast " + "长".repeat(100));
            office.lang = ReaderLanguage.ZH;
            assertThat(office.said("群发")).contains("#2 长长", "…", "未发送", "#1 hello\n   已放弃");
            assertThat(office.said("群发 " + "长".repeat(4050))).contains("请缩短");
            Broadcasts broadcasts = new Broadcasts(office.db);
            office.said("群发 发送 2");
            assertThat(broadcasts.prune(office.clock.instant().plus(Duration.ofDays(1))))
                    .isEqualTo(1);
            assertThat(broadcasts.newest(5))
                    .singleElement()
                    .extracting(Broadcast::id)
                    .isEqualTo(2L);
        }
    }
}
