package org.postbag.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/** The web port, asked over HTTP. */
class PagesTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private TestBot bot;
    private Service service;

    @BeforeEach
    void start() {
        bot = new TestBot(Engine.SQLITE, new TestClock("2026-11-20T10:00:00Z"), "");
        bot.post("chips", "芯片厂<扩产> & more", "科技", "一家芯片厂宣布扩产，明年产能翻倍。<script>alert(1)</script>\n\n第二段说的是用电。");
        bot.post("river", "River cleaned up", "City", "The river was cleaned by volunteers. They worked for a year.");
        bot.collect();
        service = Service.start(bot.application());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.addresses() + path));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(service.addresses() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @DisplayName("every public page answers, escaped, in the visitor's language, asking no other host")
    void publicPages() throws Exception {
        long id = bot.application().posts().search("芯片厂", 1, 0).get(0).post().id();
        String tag = URLEncoder.encode("科技", StandardCharsets.UTF_8);
        for (String path : java.util.List.of(
                "/",
                "/archive",
                "/digests/2026-11-20",
                "/tags",
                "/tags/" + tag,
                "/posts/" + id,
                "/search?q=" + tag,
                "/subscribe")) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("<扩产>")
                    .doesNotContain("alert(1)")
                    .doesNotContain("style=\"");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'");
        }
        assertThat(get("/").body())
                .contains("芯片厂&lt;扩产&gt;")
                .contains("2026年11月20日")
                .doesNotContain("11月21日");
        assertThat(get("/").headers().firstValue("Content-Type").orElse("")).contains("charset=utf-8");
        assertThat(get("/posts/" + id).body()).contains("第二段说的是用电");
        assertThat(get("/", "Accept-Language", "en-GB,en").body()).contains("lang=\"en\"");
        assertThat(get("/?lang=zh", "Accept-Language", "en").body()).contains("lang=\"zh");
        assertThat(get("/static/postbag.css")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/css");
    }

    @Test
    @DisplayName("feeds are Atom; what is not there is a page of its own with 404")
    void feedsAndErrors() throws Exception {
        assertThat(get("/feed.xml").body())
                .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
                .contains("River cleaned up");
        assertThat(get("/tags/City/feed.xml").body())
                .contains("River cleaned up")
                .doesNotContain("芯片");
        for (String path : java.util.List.of(
                "/posts/999",
                "/posts/x",
                "/digests/2026-13-45",
                "/nothing",
                "/tags/none",
                "/confirm/bad",
                "/unsubscribe/bad",
                "/preferences/bad")) assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).contains("up");
    }

    @Test
    @DisplayName("joining: the form, the mail's link, looking changes nothing, the button does; leaving the same way")
    void joining() throws Exception {
        Address me = Address.parse("email:me@example.org");
        assertThat(post("/subscribe", "email=me%40example.org&moreTags=City&at=08%3A00&lang=en")
                        .statusCode())
                .isEqualTo(200);
        Subscription s = bot.application().subscriptions().find(me).orElseThrow();
        assertThat(s.status()).isEqualTo(Status.PENDING);
        String confirm = path(bot.application().links().confirm(s.id()));
        assertThat(get(confirm).statusCode()).isEqualTo(200);
        assertThat(bot.application().subscriptions().find(me).orElseThrow().status())
                .isEqualTo(Status.PENDING);
        assertThat(post(confirm, "").statusCode()).isEqualTo(200);
        assertThat(bot.application().subscriptions().find(me).orElseThrow().status())
                .isEqualTo(Status.ACTIVE);

        String preferences = path(bot.application().links().preferences(s.id()));
        assertThat(get(preferences).body()).contains("08:00");
        post(
                preferences,
                "at=09%3A15&days=weekdays&zone=Europe%2FLondon&length=long&lang=en&quiet=&moreTags=&keywords=&mute=&pause=no");
        Subscription after = bot.application().subscriptions().find(me).orElseThrow();
        assertThat(after.settings().timetable().at()).hasToString("09:15");
        assertThat(after.settings().selection().tags()).isEmpty();
        assertThat(post(preferences, "at=later").statusCode()).isEqualTo(400);

        String leave = path(bot.application().links().unsubscribe(s.id()));
        get(leave);
        assertThat(bot.application().subscriptions().find(me).orElseThrow().isActive())
                .isTrue();
        assertThat(post(leave, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(bot.application().subscriptions().find(me).orElseThrow().status())
                .isEqualTo(Status.UNSUBSCRIBED);
    }

    @Test
    @DisplayName("nobody can find out who is subscribed")
    void noDisclosure() throws Exception {
        bot.application().subscriptions().add(Address.parse("email:known@example.org"), Change.none(), true);
        String known = post("/subscribe", "email=known%40example.org").body();
        String unknown = post("/subscribe", "email=unknown%40example.org").body();
        assertThat(known).isEqualTo(unknown);
    }

    private String path(String link) {
        return URI.create(link).getPath();
    }
}
