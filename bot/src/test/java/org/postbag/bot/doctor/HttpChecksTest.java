package org.postbag.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.bot.app.Reading;
import org.postbag.bot.config.Config;

class HttpChecksTest {
    private static final String TOKEN = "123456:known-token";

    @TempDir
    Path folder;

    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) server.stop(0);
    }

    private Finding telegram(String webhookInfo, boolean webhook, String url) throws IOException {
        server = Trials.http(exchange -> {
            String path = exchange.getRequestURI().getPath().toLowerCase(java.util.Locale.ROOT);
            String me =
                    """
                    {"ok":true,"result":{"id":1,"is_bot":true,"first_name":"P","username":"paper_bot"}}""";
            Trials.says(200, path.endsWith("getme") ? me : "{\"ok\":true,\"result\":" + webhookInfo + "}")
                    .handle(exchange);
        });
        return Trials.found(TelegramCheck.of(
                new Config.Telegram(TOKEN, URI.create(Trials.url(server)), webhook, List.of(), 30), url));
    }

    @Test
    @DisplayName("Telegram knows the bot, and updates are polled as configured")
    void telegramInOrder() throws IOException {
        Finding finding = telegram("{\"url\":\"\",\"pending_update_count\":0}", false, "http://127.0.0.1:8080");
        assertThat(finding.status()).as(finding.toString()).isEqualTo(Status.OK);
        assertThat(finding.found()).contains("@paper_bot", "polled").doesNotContain(TOKEN);
    }

    @Test
    @DisplayName("a webhook of another program, while polling; its path is not shown")
    void foreignWebhook() throws IOException {
        Finding finding = telegram("{\"url\":\"https://other.example/secret-path\"}", false, "http://127.0.0.1:8080");
        assertThat(finding.status()).isEqualTo(Status.WARNING);
        assertThat(finding.found()).contains("other.example").doesNotContain("secret-path");
    }

    @Test
    @DisplayName("a webhook that is wanted: set, not set, elsewhere, and with Telegram's last error")
    void wantedWebhook() throws IOException {
        String url = "https://news.example.org";
        assertThat(telegram("{\"url\":\"" + url + "/telegram/webhook\"}", true, url)
                        .status())
                .isEqualTo(Status.OK);
        stop();
        assertThat(telegram("{\"url\":\"\"}", true, url).advice()).contains("start 'serve'");
        stop();
        assertThat(telegram("{\"url\":\"https://old.example\"}", true, url).found())
                .contains("old.example");
        stop();
        Finding failing = telegram(
                "{\"url\":\"" + url
                        + "/telegram/webhook\",\"pending_update_count\":7,\"last_error_date\":1700000000,\"last_error_message\":\"Connection refused\"}",
                true,
                url);
        assertThat(failing.status()).isEqualTo(Status.WARNING);
        assertThat(failing.found()).contains("Connection refused", "7 updates wait", "2023-11-14");
        stop();
        assertThat(telegram("{\"url\":\"\"}", true, "http://news.example.org").status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    @DisplayName("a token that Telegram does not know, a gateway's page, nobody there, and no token at all")
    void telegramFails() throws IOException {
        server = Trials.http(Trials.says(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}"));
        Config.Telegram unknown = new Config.Telegram(TOKEN, URI.create(Trials.url(server)), false, List.of(), 30);
        Finding finding = Trials.found(TelegramCheck.of(unknown, ""));
        assertThat(finding.status()).isEqualTo(Status.FAILED);
        assertThat(finding.found()).contains("401 Unauthorized").doesNotContain(TOKEN);
        assertThat(finding.advice()).contains("@BotFather");
        stop();
        server = Trials.http(Trials.says(502, "<html>Bad Gateway</html>"));
        Config.Telegram gateway = new Config.Telegram(TOKEN, URI.create(Trials.url(server)), false, List.of(), 30);
        assertThat(Trials.found(TelegramCheck.of(gateway, "")).status()).isEqualTo(Status.FAILED);
        URI nowhere = URI.create("http://127.0.0.1:" + Trials.closedPort());
        Finding nobody = Trials.found(TelegramCheck.of(new Config.Telegram(TOKEN, nowhere, false, List.of(), 30), ""));
        assertThat(nobody.status()).isEqualTo(Status.FAILED);
        assertThat(nobody.found()).contains("cannot be reached");
        Finding none = Trials.found(TelegramCheck.of(new Config.Telegram(null, nowhere, false, List.of(), 30), ""));
        assertThat(none.status()).isEqualTo(Status.NOT_SET_UP);
    }

    @Test
    @DisplayName("the clock is compared with a server's: right, a minute off, an hour off, and nobody to ask")
    void clock() throws IOException {
        server = Trials.http(Trials.says(404, ""));
        List<URI> servers =
                List.of(URI.create("http://127.0.0.1:" + Trials.closedPort()), URI.create(Trials.url(server)));
        assertThat(clockOff(Duration.ZERO, servers).status()).isEqualTo(Status.OK);
        Finding minute = clockOff(Duration.ofSeconds(-60), servers);
        assertThat(minute.status()).isEqualTo(Status.WARNING);
        assertThat(minute.found()).contains("behind 127.0.0.1");
        Finding hour = clockOff(Duration.ofHours(1), servers);
        assertThat(hour.status()).isEqualTo(Status.FAILED);
        assertThat(hour.found()).contains("ahead of 127.0.0.1", "Asia/Shanghai");
        assertThat(hour.advice()).contains("timedatectl");
        assertThat(clockOff(Duration.ZERO, List.of()).status()).isEqualTo(Status.SKIPPED);
        assertThat(clockOff(Duration.ZERO, servers.subList(0, 1)).status()).isEqualTo(Status.SKIPPED);
    }

    private static Finding clockOff(Duration off, List<URI> servers) {
        Clock clock = Clock.offset(Clock.systemUTC(), off);
        return Trials.found(new ClockCheck(clock, ZoneId.of("Asia/Shanghai"), servers));
    }

    private static Finding web(String url, int port, boolean mailing) {
        List<String> servers = List.of(mailing ? "192.0.2.1" : "127.0.0.1");
        return Trials.found(new WebCheck(url, new Config.Web("127.0.0.1", port, null), servers));
    }

    @Test
    @DisplayName("the web pages answer; something else does; nothing does")
    void web() throws IOException {
        server = Trials.http(Trials.says(200, "{\"status\":\"up\"}"));
        int port = server.getAddress().getPort();
        assertThat(web(Trials.url(server), port, false).status()).isEqualTo(Status.OK);
        Finding mailing = web(Trials.url(server), port, true);
        assertThat(mailing.status()).isEqualTo(Status.WARNING);
        assertThat(mailing.found()).contains("links in mails lead nowhere");
        stop();
        server = Trials.http(Trials.says(200, "<h1>It works!</h1>"));
        Finding other = web(Trials.url(server), Trials.closedPort(), false);
        assertThat(other.status()).isEqualTo(Status.FAILED);
        assertThat(other.found()).contains("something else than Postbag");
        stop();
        server = Trials.http(Trials.says(502, "Bad Gateway"));
        Finding proxy = web(Trials.url(server), Trials.closedPort(), false);
        assertThat(proxy.status()).isEqualTo(Status.WARNING);
        assertThat(proxy.advice()).contains("postbag serve");
        Finding nothing = web("http://127.0.0.1:" + Trials.closedPort(), Trials.closedPort(), false);
        assertThat(nothing.status()).isEqualTo(Status.WARNING);
        assertThat(nothing.advice()).contains("start 'postbag serve'");
        Finding unknown = web("http://news.invalid", Trials.closedPort(), true);
        assertThat(unknown.status()).isEqualTo(Status.FAILED);
        assertThat(unknown.found()).contains("not known", "'url' is not https");
        assertThat(unknown.advice()).contains("RFC 8058");
    }

    @Test
    @DisplayName("a certificate that mail programs refuse")
    void webCertificate() throws Exception {
        Certificates.Made made = new Certificates(folder).certificate("web", "ip:127.0.0.1", 90);
        com.sun.net.httpserver.HttpsServer https = com.sun.net.httpserver.HttpsServer.create(
                new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new com.sun.net.httpserver.HttpsConfigurator(made.context()));
        https.createContext("/", Trials.says(200, "{\"status\":\"up\"}"));
        https.start();
        server = https;
        Finding finding = web("https://127.0.0.1:" + https.getAddress().getPort(), Trials.closedPort(), false);
        assertThat(finding.status()).isEqualTo(Status.FAILED);
        assertThat(finding.found()).contains("certificate").contains("not accepted");
    }

    private Finding llm(int status, String body) throws IOException {
        server = Trials.http(exchange -> {
            boolean keyed =
                    "Bearer known-key".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            Trials.says(keyed && exchange.getRequestURI().getPath().equals("/v1/models") ? status : 401, body)
                    .handle(exchange);
        });
        return Trials.found(
                LlmCheck.of(new Config.Llm(URI.create(Trials.url(server) + "/v1"), "qwen3", "known-key", 1000)));
    }

    @Test
    @DisplayName(
            "the model server has the model, has it not, lists none, refuses the key, is out of order, is not there")
    void llm() throws IOException {
        assertThat(llm(200, "{\"data\":[{\"id\":\"qwen3\"}]}").status()).isEqualTo(Status.OK);
        stop();
        assertThat(llm(200, "{\"data\":[{\"id\":\"gpt\"}]}").status()).isEqualTo(Status.WARNING);
        stop();
        assertThat(llm(404, "no").status()).isEqualTo(Status.WARNING);
        stop();
        assertThat(llm(401, "bad known-key").advice()).contains("summary.llm key", "extractive");
        stop();
        assertThat(llm(500, "no").status()).isEqualTo(Status.FAILED);
        URI nowhere = URI.create("http://127.0.0.1:" + Trials.closedPort());
        assertThat(Trials.found(LlmCheck.of(new Config.Llm(nowhere, "m", null, 1)))
                        .status())
                .isEqualTo(Status.FAILED);
        assertThat(Trials.found(LlmCheck.of(null)).status()).isEqualTo(Status.NOT_SET_UP);
    }

    @Test
    @DisplayName("sources: one that is read, one that is empty, one that is not there")
    void sources() throws IOException {
        String feed =
                """
                <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>F</title>
                <updated>2026-11-20T00:00:00Z</updated>%s</feed>
                """;
        String entry = "<entry><id>urn:1</id><title>One</title><updated>2026-11-20T00:00:00Z</updated></entry>";
        server = Trials.http(exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean there = !path.equals("/gone.xml");
            Trials.says(there ? 200 : 404, feed.formatted(path.equals("/full.xml") ? entry : ""))
                    .handle(exchange);
        });
        Config config = Trials.config(
                folder,
                """
                http: { allow-private: true, timeout: 5s }
                sources:
                  - { id: full, feed: "%1$s/full.xml" }
                  - { id: none, feed: "%1$s/none.xml" }
                  - { id: gone, feed: "%1$s/gone.xml" }
                """
                        .formatted(Trials.url(server)));
        try (Reading reading = new Reading(config, Clock.systemUTC())) {
            List<Finding> found = config.sources().stream()
                    .map(source -> Trials.found(new SourceCheck(reading, source, Duration.ofSeconds(5))))
                    .toList();
            assertThat(found).extracting(Finding::status).containsExactly(Status.OK, Status.WARNING, Status.FAILED);
            assertThat(found.get(0).found()).isEqualTo("atom, 1 entry");
            assertThat(found.get(2).advice()).contains("source test gone");
        }
    }
}
