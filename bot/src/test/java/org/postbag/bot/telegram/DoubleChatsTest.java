package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the bot meets in each kind of chat, by its own place there. */
class DoubleChatsTest {
    private TelegramDouble telegram;
    private BotClient bot;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        bot = new BotClient(telegram);
        telegram.chats()
                .privateChat(7, "Ann")
                .group(-5, "Club")
                .supergroup(-1005, "Big club")
                .forum(-1006, "Forum")
                .topic(-1006, 20, "News")
                .channel(-1007, "News", "the_news");
    }

    @AfterEach
    void stop() {
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private String send(Object chat, String more) {
        return bot.refusal("sendMessage", "{\"chat_id\": \"" + chat + "\", \"text\": \"x\"" + more + "}");
    }

    private String send(Object chat) {
        return send(chat, "");
    }

    @Test
    @DisplayName("a chat that cannot be written to says why, in Telegram's words")
    void refusals() {
        assertThat(send(7)).isEmpty();
        telegram.chats().block(7);
        assertThat(send(7)).isEqualTo("Forbidden: bot was blocked by the user");
        telegram.chats().deactivate(8).forget(9);
        assertThat(send(8)).isEqualTo("Forbidden: user is deactivated");
        assertThat(send(9)).isEqualTo("Bad Request: chat not found");
        assertThat(send("@nobody")).isEqualTo("Bad Request: chat not found");
        telegram.chats().bot(-5, DoubleMember.kicked()).bot(-1005, DoubleMember.kicked());
        assertThat(send(-5)).isEqualTo("Forbidden: bot was kicked from the group chat");
        assertThat(send(-1005)).isEqualTo("Forbidden: bot was kicked from the supergroup chat");
        telegram.chats().bot(-5, DoubleMember.restricted());
        assertThat(send(-5)).contains("not enough rights to send text messages");
    }

    @Test
    @DisplayName("a channel is found by its name and needs the right to post")
    void channels() {
        assertThat(send("@The_News")).isEmpty();
        assertThat(telegram.messages(-1007)).hasSize(1);
        telegram.chats().bot(-1007, DoubleMember.administrator("can_edit_messages"));
        assertThat(send(-1007)).isEqualTo("Bad Request: need administrator rights in the channel chat");
        assertThat(bot.call("getChat", "{\"chat_id\": \"@the_news\"}")
                        .path("result")
                        .path("id")
                        .asLong())
                .isEqualTo(-1007);
        telegram.chats().bot(-1007, DoubleMember.left());
        assertThat(send(-1007)).isEqualTo("Forbidden: bot is not a member of the channel chat");
    }

    @Test
    @DisplayName("a topic must exist and be open; the general one has no number")
    void topics() {
        assertThat(send(-1006, ", \"message_thread_id\": 20")).isEmpty();
        assertThat(send(-1006)).isEmpty();
        assertThat(send(-1006, ", \"message_thread_id\": 21")).isEqualTo("Bad Request: message thread not found");
        assertThat(send(-1006, ", \"message_thread_id\": 1")).isEqualTo("Bad Request: message thread not found");
        telegram.chats().closeTopic(-1006, 20);
        assertThat(send(-1006, ", \"message_thread_id\": 20")).isEqualTo("Bad Request: TOPIC_CLOSED");
        telegram.chats().bot(-1006, DoubleMember.administrator("can_manage_topics"));
        assertThat(send(-1006, ", \"message_thread_id\": 20")).isEmpty();
    }

    @Test
    @DisplayName("a group that became a supergroup refuses and names the new one, which has the members")
    void migration() {
        telegram.chats().member(-5, 7, DoubleMember.creator()).migrate(-5, -1008);
        JsonNode answer = bot.call("sendMessage", "{\"chat_id\": -5, \"text\": \"x\"}");
        assertThat(answer.path("description").asText())
                .isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(answer.path("parameters").path("migrate_to_chat_id").asLong())
                .isEqualTo(-1008);
        assertThat(status(-1008, 7)).isEqualTo("creator");
        assertThat(send(-1008)).isEmpty();
    }

    private String status(long chat, long user) {
        return bot.call("getChatMember", "{\"chat_id\": %d, \"user_id\": %d}".formatted(chat, user))
                .path("result")
                .path("status")
                .asText();
    }

    @Test
    @DisplayName("members have a place each; who is not known has left, and in an undeclared chat everybody is in")
    void members() {
        telegram.chats()
                .member(-5, 1, DoubleMember.creator())
                .member(-5, 2, DoubleMember.administrator("can_delete_messages").hidden())
                .member(-5, 3, DoubleMember.restricted());
        assertThat(status(-5, 2)).isEqualTo("administrator");
        assertThat(status(-5, 3)).isEqualTo("restricted");
        assertThat(status(-5, 4)).isEqualTo("left");
        telegram.people().text(-5, 4, "hello");
        assertThat(status(-5, 4)).isEqualTo("member");
        assertThat(status(-99, 4)).isEqualTo("member");
        JsonNode all = bot.call("getChatAdministrators", "{\"chat_id\": -5}").path("result");
        assertThat(all).hasSize(2);
        assertThat(all.get(1).path("is_anonymous").asBoolean()).isTrue();
        assertThat(bot.refusal("getChatAdministrators", "{\"chat_id\": 7}"))
                .isEqualTo("Bad Request: there are no administrators in the private chat");
        assertThat(bot.refusal("leaveChat", "{\"chat_id\": -5}")).isEmpty();
        assertThat(send(-5)).isEqualTo("Forbidden: bot is not a member of the group chat");
    }

    @Test
    @DisplayName("menus are kept by scope and language, and an app shows the narrowest that fits")
    void menus() {
        String set =
                "{\"commands\": [{\"command\": \"%s\", \"description\": \"d\"}], \"scope\": {\"type\": %s}, \"language_code\": \"%s\"}";
        assertThat(bot.refusal("setMyCommands", set.formatted("help", "\"default\"", "")))
                .isEmpty();
        assertThat(bot.refusal("setMyCommands", set.formatted("latest", "\"all_private_chats\"", "zh")))
                .isEmpty();
        assertThat(bot.refusal("setMyCommands", set.formatted("run", "\"chat_administrators\", \"chat_id\": -5", "")))
                .isEmpty();
        assertThat(telegram.screen().commandsFor("chat_administrators:-5", "")).containsOnlyKeys("run");
        telegram.chats().member(-5, 1, DoubleMember.creator());
        assertThat(telegram.screen().commandsShown(-5, 1, "zh")).containsOnlyKeys("run");
        assertThat(telegram.screen().commandsShown(-5, 2, "zh")).containsOnlyKeys("help");
        assertThat(telegram.screen().commandsShown(7, 7, "zh")).containsOnlyKeys("latest");
        assertThat(telegram.screen().commandsShown(7, 7, "en")).containsOnlyKeys("help");
        assertThat(bot.refusal("setMyCommands", set.formatted("Help", "\"default\"", "")))
                .isEqualTo("Bad Request: BOT_COMMAND_INVALID");
        assertThat(bot.refusal("setMyCommands", set.formatted("help", "\"default\"", "zh-hans")))
                .contains("language code");
        assertThat(bot.refusal("setMyCommands", set.formatted("help", "\"chat\"", "")))
                .contains("chat_id");
        assertThat(bot.refusal("deleteMyCommands", "{\"scope\": {\"type\": \"default\"}}"))
                .isEmpty();
        assertThat(bot.call("getMyCommands", "{}").path("result")).isEmpty();
    }
}
