package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How updates reach the bot, by polling and by webhook, and the shapes they come in. */
class DoubleUpdatesTest {
    private TelegramDouble telegram;
    private BotClient bot;

    @BeforeEach
    void start() throws IOException {
        telegram = new TelegramDouble();
        bot = new BotClient(telegram);
    }

    @AfterEach
    void stop() {
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private JsonNode poll(String fields) {
        return bot.call("getUpdates", "{" + fields + "}").path("result");
    }

    @Test
    @DisplayName("an update comes again until a higher offset confirms it; kinds nobody asked for never come")
    void offsets() {
        int first = telegram.people().text(42, 42, "one").update();
        telegram.people().text(42, 42, "two");
        assertThat(poll("\"limit\": 1")).hasSize(1);
        assertThat(poll("\"offset\": " + first)).hasSize(2);
        assertThat(poll("\"offset\": " + (first + 1))
                        .get(0)
                        .path("message")
                        .path("text")
                        .asText())
                .isEqualTo("two");
        assertThat(telegram.confirmedOffset()).isEqualTo(first + 1);
        int odd = telegram.update("thing_of_the_future", "{}");
        telegram.people().inline(42, "words", "");
        assertThat(poll("\"offset\": " + odd + ", \"allowed_updates\": [\"inline_query\"]")
                        .get(0)
                        .has("inline_query"))
                .isTrue();
        telegram.people().text(42, 42, "three");
        assertThat(poll("\"offset\": " + (odd + 2)))
                .as("the kinds asked for are remembered")
                .isEmpty();
        telegram.people().unknownKind();
        assertThat(poll("").get(0).has("thing_of_the_future")).isTrue();
    }

    @Test
    @DisplayName("a long poll ends with the next update; of two polls at once the earlier is told of the conflict")
    void longPolls() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> first = bot.later("getUpdates", "{\"timeout\": 30}");
        CompletableFuture<HttpResponse<String>> second = bot.later("getUpdates", "{\"timeout\": 30}");
        JsonNode ended = BotClient.read(
                (HttpResponse<String>) CompletableFuture.anyOf(first, second).join());
        assertThat(ended.path("error_code").asInt()).isEqualTo(409);
        assertThat(ended.path("description").asText()).startsWith("Conflict: terminated by other getUpdates request");
        DoublePeople.Event event = telegram.people().text(42, 42, "hello");
        CompletableFuture.allOf(first, second).join();
        assertThat(first.join().body() + second.join().body()).contains("hello");
        poll("\"offset\": " + (event.update() + 1));
        telegram.awaitHandled(event);
    }

    @Test
    @DisplayName("a webhook gets each update with its secret, those of a chat in order, until it answers 2xx")
    void webhook() throws Exception {
        List<String> got = new CopyOnWriteArrayList<>();
        HttpServer own = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        own.createContext("/", exchange -> {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            got.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token") + " " + text);
            exchange.sendResponseHeaders(got.size() == 1 ? 500 : 200, -1);
            exchange.close();
        });
        own.start();
        String url = "http://127.0.0.1:" + own.getAddress().getPort() + "/hook";
        assertThat(bot.refusal("setWebhook", "{\"url\": \"http://example.org/\"}"))
                .contains("HTTPS");
        assertThat(bot.refusal("setWebhook", "{\"url\": \"%s\", \"secret_token\": \"a b\"}".formatted(url)))
                .isEqualTo("Bad Request: secret token contains unallowed characters");
        assertThat(bot.refusal("setWebhook", "{\"url\": \"%s\", \"secret_token\": \"s-1\"}".formatted(url)))
                .isEmpty();
        assertThat(bot.refusal("getUpdates", "{}")).startsWith("Conflict: can't use getUpdates method while webhook");
        telegram.people().text(42, 42, "one");
        DoublePeople.Event last = telegram.people().text(42, 42, "two");
        telegram.awaitHandled(last);
        assertThat(got).hasSize(3).allMatch(each -> each.startsWith("s-1 {\"update_id\""));
        assertThat(got.get(1)).contains("one");
        assertThat(got.get(2)).contains("two");
        assertThat(telegram.webhookDeliveries())
                .extracting(DoubleWebhook.Delivery::status)
                .containsExactly(500, 200, 200);
        assertThat(bot.call("getWebhookInfo", "{}")
                        .path("result")
                        .path("last_error_message")
                        .asText())
                .contains("500");
        assertThat(bot.refusal("deleteWebhook", "{}")).isEmpty();
        assertThat(poll("")).isEmpty();
        own.stop(0);
    }

    @Test
    @DisplayName("messages of topics, channels and anonymous administrators have Telegram's shapes")
    void shapes() {
        telegram.chats()
                .forum(-1006, "Forum")
                .topic(-1006, 20, "News")
                .channel(-1007, "News", "the_news")
                .user(7, "Li", "zh-hans");
        telegram.people().inTopic(-1006, 20, 7, "/latest@postbag_test_bot 3");
        telegram.people().anonymous(-1006, 0, "/start");
        telegram.people().channelPost(-1007, "hello");
        telegram.people().migrates(-5, -1005, 7);
        telegram.people().myChatMember(42, 42, DoubleMember.member(), DoubleMember.kicked());
        JsonNode all = poll("");
        JsonNode topic = all.get(0).path("message");
        assertThat(topic.path("is_topic_message").asBoolean()).isTrue();
        assertThat(topic.path("message_thread_id").asInt()).isEqualTo(20);
        assertThat(topic.path("reply_to_message").has("forum_topic_created")).isTrue();
        assertThat(topic.path("chat").path("is_forum").asBoolean()).isTrue();
        assertThat(topic.path("from").path("language_code").asText()).isEqualTo("zh-hans");
        assertThat(topic.path("entities").toString())
                .isEqualTo("[{\"type\":\"bot_command\",\"offset\":0,\"length\":24}]");
        JsonNode anonymous = all.get(1).path("message");
        assertThat(anonymous.path("from").path("id").asLong()).isEqualTo(1087968824L);
        assertThat(anonymous.path("sender_chat").path("id").asLong()).isEqualTo(-1006);
        assertThat(anonymous.has("message_thread_id")).isFalse();
        assertThat(all.get(2).path("channel_post").has("from")).isFalse();
        assertThat(all.get(3).path("message").path("migrate_to_chat_id").asLong())
                .isEqualTo(-1005);
        assertThat(all.get(4).path("message").path("migrate_from_chat_id").asLong())
                .isEqualTo(-5);
        assertThat(all.get(5)
                        .path("my_chat_member")
                        .path("new_chat_member")
                        .path("status")
                        .asText())
                .isEqualTo("kicked");
        assertThat(bot.refusal("sendMessage", "{\"chat_id\": 42, \"text\": \"x\"}"))
                .contains("blocked");
    }
}
