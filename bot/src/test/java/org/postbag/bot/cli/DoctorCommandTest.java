package org.postbag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.bot.doctor.DnsServer;
import org.postbag.bot.doctor.Doctor;
import org.postbag.bot.doctor.dns.Lookups;
import org.postbag.bot.email.dkim.DkimKeyTest;
import org.xbill.DNS.Type;
import picocli.CommandLine;

class DoctorCommandTest {
    private static final List<String> SECRETS =
            List.of("smtp-pass-word", "imap-pass-word", "123456:tele-token", "llm-key-word", "source-pass-word");

    @TempDir
    Path folder;

    private String out = "";
    private String err = "";
    private GreenMail mail;
    private HttpServer http;
    private DnsServer dns;

    @BeforeEach
    void start() throws Exception {
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort(), new ServerSetup(0, "127.0.0.1", "imap").dynamicPort()
        });
        mail.start();
        dns = new DnsServer();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            String body = body(exchange.getRequestURI().getPath().toLowerCase(Locale.ROOT));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, head || bytes.length == 0 ? -1 : bytes.length);
            if (!head) exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        http.start();
    }

    private static String body(String path) {
        if (path.endsWith("/getme"))
            return "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"P\",\"username\":\"paper_bot\"}}";
        if (path.endsWith("/getwebhookinfo")) return "{\"ok\":true,\"result\":{\"url\":\"\"}}";
        if (path.equals("/health/live")) return "{\"status\":\"up\"}";
        if (path.equals("/v1/models")) return "{\"data\":[{\"id\":\"qwen3\"}]}";
        if (!path.equals("/feed.xml")) return "";
        return """
                <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>F</title>
                <updated>2026-11-20T00:00:00Z</updated><entry><id>urn:1</id><title>One</title>
                <updated>2026-11-20T00:00:00Z</updated></entry></feed>
                """;
    }

    @AfterEach
    void stop() {
        mail.stop();
        http.stop(0);
        dns.close();
    }

    private int run(Lookups lookups, String yaml, String... arguments) throws IOException {
        ByteArrayOutputStream o = new ByteArrayOutputStream();
        ByteArrayOutputStream e = new ByteArrayOutputStream();
        Session session = new Session(
                new PrintStream(o, true, StandardCharsets.UTF_8),
                new PrintStream(e, true, StandardCharsets.UTF_8),
                Map.of(),
                Clock.systemUTC());
        session.use(Files.writeString(folder.resolve("postbag.yaml"), yaml), null);
        DoctorCommand command = new DoctorCommand(session, config -> new Doctor(config, session.clock(), lookups));
        int exit = new CommandLine(command).execute(arguments);
        out = o.toString(StandardCharsets.UTF_8);
        err = e.toString(StandardCharsets.UTF_8);
        for (String secret : SECRETS)
            assertThat(out + err)
                    .doesNotContain(secret)
                    .doesNotContain(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        return exit;
    }

    private JsonNode json() throws IOException {
        return new JsonMapper().readTree(out);
    }

    private List<String> column(String list, String field) throws IOException {
        List<String> values = new ArrayList<>();
        json().path(list).forEach(entry -> values.add(entry.path(field).asText()));
        return values;
    }

    /** Everything set up, every secret in it known. */
    private String everything(int smtpPort) {
        return """
                url: http://127.0.0.1:%1$d
                sources:
                  - { id: feed, feed: "http://u:source-pass-word@127.0.0.1:%1$d/feed.xml" }
                digest: { summary: llm }
                summary:
                  llm: { url: "http://127.0.0.1:%1$d/v1", model: qwen3, key: llm-key-word }
                telegram: { token: "123456:tele-token", api: "http://127.0.0.1:%1$d" }
                email:
                  from: 晨报 <news@example.org>
                  smtp: [{ host: 127.0.0.1, port: %2$d, user: news, password: smtp-pass-word, tls: none }]
                  imap: { host: 127.0.0.1, port: %3$d, user: news, password: imap-pass-word, tls: none }
                  dkim: { domain: example.org, selector: s1, key-file: dkim.pem }
                http: { allow-private: true }
                """
                .formatted(http.getAddress().getPort(), smtpPort, mail.getImap().getPort());
    }

    private void key() throws Exception {
        Path pem = DkimKeyTest.written(
                folder.resolve("dkim.pem"),
                "PRIVATE KEY",
                DkimKeyTest.pair(2048).getPrivate().getEncoded());
        Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @DisplayName("everything set up, then the records printed are put into DNS: all is ok")
    void allOk() throws Exception {
        key();
        GreenMailUser user = mail.setUser("news@example.org", "news", "smtp-pass-word");
        user.setPassword("smtp-pass-word");
        user.deliver(GreenMailUtil.createTextEmail(
                "news@example.org", "reader@example.net", "hello", "hello", ServerSetup.SMTP));
        String yaml = everything(mail.getSmtp().getPort()).replace("imap-pass-word", "smtp-pass-word");
        dns.with("mail.example.org", Type.A, "192.0.2.5");

        assertThat(run(dns.lookups(), yaml, "--json")).isEqualTo(1);
        assertThat(json().path("ok").asBoolean()).isFalse();
        for (JsonNode record : json().path("dns"))
            if (!record.path("type").asText().equals("PTR"))
                dns.with(
                        record.path("name").asText(),
                        Type.value(record.path("type").asText()),
                        record.path("value").asText());

        assertThat(run(dns.lookups(), yaml, "--json")).as(out).isZero();
        assertThat(json().path("ok").asBoolean()).isTrue();
        assertThat(column("checks", "name"))
                .containsExactly(
                        "database",
                        "data",
                        "clock",
                        "telegram",
                        "smtp 127.0.0.1:" + mail.getSmtp().getPort(),
                        "alignment",
                        "dkim key",
                        "dkim record",
                        "spf",
                        "dmarc",
                        "mx",
                        "imap",
                        "web",
                        "llm",
                        "source feed");
        assertThat(column("checks", "status")).as(out).containsOnly("ok");
        JsonNode first = json().path("checks").path(0);
        assertThat(first.fieldNames()).toIterable().containsExactly("name", "status", "found", "advice", "tookMillis");
        JsonNode record = json().path("dns").path(0);
        assertThat(record.fieldNames()).toIterable().containsExactly("name", "type", "value", "why", "state");
        assertThat(out).doesNotContain("reader@example.net");

        assertThat(run(dns.lookups(), yaml)).isZero();
        assertThat(out)
                .contains("ok          telegram: the bot is @paper_bot")
                .contains("DNS records to set:")
                .contains("; is right already: the key that receivers verify the signatures with")
                .contains("s1._domainkey.example.org. IN TXT \"v=DKIM1; k=rsa; p=");
        assertThat(err).isEmpty();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    @DisplayName("everything broken: each failure says what to do, and the exit code is 1")
    void allBroken() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        String yaml = everything(closed).replace(":" + http.getAddress().getPort(), ":" + closed);
        Files.writeString(
                Files.createDirectories(folder.resolve("data")).resolve("postbag.db"), "no database".repeat(99));
        assertThat(run(dns.mute().lookups(), yaml, "--json")).isEqualTo(1);
        for (JsonNode check : json().path("checks"))
            if (check.path("status").asText().equals("failed"))
                assertThat(check.path("advice").asText()).as(check.toString()).isNotEmpty();
        assertThat(column("checks", "status"))
                .as(out)
                .containsExactly(
                        "failed", "ok", "skipped", "failed", "failed", "ok", "failed", "skipped", "skipped", "skipped",
                        "skipped", "failed", "warning", "failed", "failed");
        assertThat(column("dns", "state")).containsOnly("unknown");
        assertThat(run(dns.lookups(), yaml)).isEqualTo(1);
        assertThat(out).contains("failed      database: ").contains("            to do: ");
    }

    @Test
    @DisplayName("a server that repeats the token it was given does not get it printed")
    void repeatedToken() throws Exception {
        String yaml = "telegram: { token: \"123456:tele-token\", api: \"http://127.0.0.1:%d\" }\n"
                .formatted(http.getAddress().getPort());
        http.removeContext("/");
        http.createContext("/", exchange -> {
            byte[] bytes = ("{\"ok\":false,\"error_code\":401,\"description\":\"no " + exchange.getRequestURI() + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        assertThat(run(dns.lookups(), yaml)).isEqualTo(1);
        assertThat(out).contains("401 no /bot********/").contains("@BotFather");
    }

    @Test
    @DisplayName("nothing set up is nothing wrong, and makes nothing")
    void nothing() throws Exception {
        assertThat(run(dns.lookups(), "url: http://127.0.0.1:1\n")).isZero();
        assertThat(out)
                .contains("not set up  telegram: no telegram.token")
                .contains("not set up  smtp: no email.smtp")
                .doesNotContain("DNS records to set");
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(dns.asked()).isEmpty();
    }

    @Test
    @DisplayName("a sender that is no address is told")
    void noAddress() throws Exception {
        assertThat(run(dns.lookups(), "email: { from: nobody, smtp: [{ host: 127.0.0.1, port: 1, tls: none }] }\n"))
                .isEqualTo(1);
        assertThat(out).contains("email.from is no mail address");
    }
}
