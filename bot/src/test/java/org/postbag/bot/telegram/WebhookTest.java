package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.posts.store.TestDatabases.Engine;

/** Updates pushed to the web port instead of polled, over HTTP in both directions. */
class WebhookTest {
    private static final long ME = 42;
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final HttpClient http = HttpClient.newHttpClient();
    private TelegramDouble telegram;
    private URI address;
    private TestBot bot;
    private Service service;
    private ChatPartner me;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        telegram = new TelegramDouble();
        telegram.chats().privateChat(ME, "Reader").user(ME, "Reader", "en");
        address = URI.create("http://127.0.0.1:" + freePort());
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T10:00:00Z"),
                """
                telegram: { token: "%s", api: "%s", rate: 0, webhook: true }
                url: %s
                web: { host: 127.0.0.1, port: %d }
                """
                        .formatted(TelegramDouble.TOKEN, telegram.address(), address, address.getPort()));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        bot.collect();
        service = Service.start(bot.application());
        telegram.await(t -> !t.calls("setWebhook").isEmpty());
        me = new ChatPartner(telegram, ME, ME);
    }

    @AfterEach
    void stop() {
        service.close();
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private JsonNode registered() {
        return telegram.calls("setWebhook").get(0);
    }

    private String secret() {
        return registered().path("secret_token").asText();
    }

    /** A push that may or may not be Telegram's; its status. */
    private int push(String secret, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(registered().path("url").asText()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (secret != null) request.header(SECRET, secret);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String update(int id, String text) {
        return """
                {"update_id": %d, "message": {"message_id": %d, "date": 1, "text": "%s",
                 "chat": {"id": 42, "type": "private"}, "from": {"id": 42, "is_bot": false, "first_name": "U"}}}
                """
                .formatted(id, id, text);
    }

    @Test
    @DisplayName("Telegram is told the address, a secret and the kinds of updates, and is never polled")
    void registers() {
        assertThat(registered().path("url").asText()).startsWith(address + "/");
        assertThat(secret()).matches("[A-Za-z0-9_-]{16,256}");
        assertThat(registered().path("allowed_updates").toString())
                .contains("message", "channel_post", "callback_query", "inline_query", "my_chat_member");
        assertThat(registered().toString()).doesNotContain(TelegramDouble.TOKEN);
        assertThat(telegram.calls("getUpdates")).isEmpty();
    }

    @Test
    @DisplayName("what people do is pushed and answered: commands, buttons, numbers")
    void answers() throws InterruptedException {
        assertThat(me.say("/start")).contains("Welcome");
        assertThat(me.say("/latest")).contains("芯片厂扩产");
        assertThat(me.say("1")).contains("第二段说的是用电");
        me.say("/settings");
        assertThat(me.press(me.newest(), "Length")).contains("How much");
        assertThat(telegram.webhookDeliveries())
                .allMatch(delivery -> delivery.status() == 200 && delivery.attempt() == 1);
    }

    @Test
    @DisplayName("whoever does not know the secret is refused, and nothing happens")
    void refuses() throws Exception {
        for (String wrong : new String[] {null, "", "x", secret() + "x", secret().toLowerCase(java.util.Locale.ROOT)})
            assertThat(push(wrong, update(900, "/start"))).as("secret " + wrong).isEqualTo(403);
        Settled.in(telegram, ME);
        assertThat(telegram.messages(ME)).isEmpty();
        assertThat(push(secret(), update(900, "/start"))).isEqualTo(200);
        telegram.await(t -> !t.messages(ME).isEmpty());
    }

    @Test
    @DisplayName("what is no update is taken, told in the log, and the next one is answered")
    void garbage() throws Exception {
        for (String body : new String[] {
            "{\"update_id\": 1",
            "not json",
            "",
            "[]",
            "null",
            "42",
            "{\"update_id\": \"x\"}",
            "{\"update_id\": 5}",
            "{\"update_id\": 6, \"message\": []}",
            "[".repeat(5000)
        }) assertThat(push(secret(), body)).as(body).isEqualTo(200);
        assertThat(push(secret(), "x".repeat(3_000_000))).isIn(200, 413);
        assertThat(me.say("/start")).contains("Welcome");
    }

    @Test
    @DisplayName("an update that is pushed again is answered once, also after a restart")
    void once() throws Exception {
        assertThat(push(secret(), update(900, "/start"))).isEqualTo(200);
        assertThat(push(secret(), update(900, "/start"))).isEqualTo(200);
        Settled.in(telegram, ME);
        assertThat(telegram.messages(ME)).hasSize(1);
        String secret = secret();
        int registered = telegram.calls("setWebhook").size();
        service.close();
        bot.restart();
        service = Service.start(bot.application());
        telegram.await(t -> t.calls("setWebhook").size() > registered);
        assertThat(telegram.calls("setWebhook")
                        .get(registered)
                        .path("secret_token")
                        .asText())
                .as("the secret stays")
                .isEqualTo(secret);
        assertThat(push(secret, update(900, "/start"))).isEqualTo(200);
        assertThat(me.say("/latest")).contains("芯片厂扩产");
        assertThat(telegram.messages(ME)).hasSize(2);
    }

    @Test
    @DisplayName("without the webhook in the configuration, it is taken back and updates are polled")
    void backToPolling() throws Exception {
        me.say("/start");
        service.close();
        bot.restart("telegram: { token: \"%s\", api: \"%s\", rate: 0 }"
                .formatted(TelegramDouble.TOKEN, telegram.address()));
        service = Service.start(bot.application());
        telegram.await(t -> !t.calls("deleteWebhook").isEmpty());
        assertThat(me.say("/latest")).contains("芯片厂扩产");
        assertThat(telegram.calls("getUpdates")).isNotEmpty();
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(service.addresses() + "/telegram/webhook"))
                        .POST(HttpRequest.BodyPublishers.ofString(update(901, "/start")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).as("nobody listens there any more").isIn(404, 405);
    }
}
