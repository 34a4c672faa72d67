package org.postbag.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.bot.token.ReaderLinks;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;

/** Leaving with one click (RFC 8058): with the right token and by POST only. */
class OneClickTest {
    private static final Address ME = Address.parse("email:me@example.org");
    private static final String CLICK = "List-Unsubscribe=One-Click";
    private final HttpClient http = HttpClient.newHttpClient();
    private TestBot bot;
    private Service service;
    private long id;

    @BeforeEach
    void start() {
        bot = new TestBot(Engine.SQLITE, new TestClock("2026-11-20T10:00:00Z"), "");
        bot.application().subscriptions().add(ME, Change.none(), true);
        bot.application().subscriptions().add(Address.parse("email:other@example.org"), Change.none(), true);
        id = bot.application().subscriptions().find(ME).orElseThrow().id();
        service = Service.start(bot.application());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private int ask(String method, String path, String form) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher body =
                form == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(form);
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.addresses() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, body)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private Status status() {
        return bot.application().subscriptions().find(ME).orElseThrow().status();
    }

    private String path(String link) {
        return URI.create(link).getPath();
    }

    @Test
    @DisplayName("looking at the page changes nothing, however it is looked at; a mail scanner may do it")
    void lookingChangesNothing() throws Exception {
        ReaderLinks links = bot.application().links();
        for (String page : List.of(links.unsubscribe(id), links.preferences(id), links.confirm(id)))
            for (String method : List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE")) {
                ask(method, path(page), null);
                ask(method, path(page) + "?" + CLICK, null);
                assertThat(status()).as("%s %s", method, path(page)).isEqualTo(Status.ACTIVE);
            }
    }

    @Test
    @DisplayName("a token with any letter altered, cut, lengthened, for something else or too old lets nobody leave")
    void alteredToken() throws Exception {
        String path = path(bot.application().links().unsubscribe(id));
        int token = path.lastIndexOf('/') + 1;
        for (int i = token; i < path.length(); i++) {
            String altered = path.substring(0, i) + (path.charAt(i) == 'A' ? 'B' : 'A') + path.substring(i + 1);
            assertThat(ask("POST", altered, CLICK)).as(altered).isEqualTo(404);
        }
        for (String altered : List.of(
                path.substring(0, path.length() - 1),
                path + "A",
                path + "=",
                path.substring(0, token),
                path.substring(0, token) + "..",
                path(bot.application().links().preferences(id)).replace("/preferences/", "/unsubscribe/"),
                path(bot.application().links().confirm(id)).replace("/confirm/", "/unsubscribe/")))
            assertThat(ask("POST", altered, CLICK)).as(altered).isEqualTo(404);
        assertThat(status()).isEqualTo(Status.ACTIVE);
        bot.clock().advance(Duration.ofDays(4002));
        assertThat(ask("POST", path, CLICK)).isEqualTo(404);
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    @DisplayName("one POST is enough, a second one does no harm, and nobody else leaves")
    void oneClick() throws Exception {
        String path = path(bot.application().links().unsubscribe(id));
        assertThat(ask("POST", path, CLICK)).isEqualTo(200);
        assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(ask("POST", path, CLICK)).isEqualTo(200);
        assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(bot.application()
                        .subscriptions()
                        .find(Address.parse("email:other@example.org"))
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.ACTIVE);
    }
}
