package org.postbag.posts.collect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects may lead, and what goes along. */
class RedirectTest extends WebTest {

    @ParameterizedTest
    @CsvSource({"301,308,true", "308,301,true", "301,302,false", "302,301,false", "303,303,false", "307,308,false"})
    void aMoveIsRememberedWhenEveryStepIsForGood(int first, int second, boolean moved) {
        web.on("/old", WebStub.redirect(first, "next"));
        web.on("/next", WebStub.redirect(second, "/new?a=中"));
        web.on("/new", WebStub.page("here"));
        Answer.Found found = found("/old");
        URI there = web.at("/new?a=%E4%B8%AD");
        assertThat(found.address()).isEqualTo(there);
        assertThat(found.movedTo()).isEqualTo(moved ? there : null);
    }

    @Test
    void anUnchangedPageMayHaveMovedToo() {
        web.on("/old", WebStub.redirect(301, "/new"));
        web.on("/new", WebStub.status(304));
        Validators known = new Validators("\"1\"", null);
        assertThat(client.get(web.at("/old"), known, "*/*")).isEqualTo(new Answer.NotModified(known, web.at("/new")));
    }

    @Test
    void aCircleEndsWhereItClosed() {
        web.on("/a", WebStub.redirect(302, "/b"));
        web.on("/b", WebStub.redirect(302, "/a"));
        assertThat(failed("/a").reason()).contains("circle");
        assertThat(web.requests()).hasSize(2);
    }

    @Test
    void anEndlessChainEndsAfterTenSteps() {
        web.on("*", (request, out) -> WebStub.redirect(302, request.path() + "x")
                .answer(request, out));
        assertThat(failed("/").reason()).contains("more than 10 times");
        assertThat(web.requests()).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "http://", "javascript:1"})
    void onlyWebAddressesAreFollowed(String location) {
        web.on("/", WebStub.redirect(302, location));
        assertThat(failed("/").reason()).contains("no http or https address");
    }

    @Test
    void aRedirectToNowhereIsAFailure() {
        web.on("/", WebStub.status(302));
        assertThat(failed("/").temporary()).isFalse();
    }

    @Test
    void aPublicAddressThatLeadsInsideIsRefused() throws Exception {
        InetAddress asIfPublic = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (WebStub inside = new WebStub("127.0.0.2");
                WebClient guarded = new WebClient(
                        limits(false, Duration.ofSeconds(20)),
                        Clock.systemUTC(),
                        new GuardedSockets(asIfPublic::equals))) {
            web.on("/", WebStub.redirect(302, inside.at("/secret").toString()));
            Answer.Failed failed = failed(guarded.get(web.at("/"), Validators.none(), "*/*"));
            assertThat(failed.reason()).contains("127.0.0.2", "private or local", "http.allow-private");
            assertThat(failed.temporary()).isFalse();
            assertThat(web.requests()).hasSize(1);
            assertThat(inside.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "2130706433",
                "127.1",
                "0.0.0.0",
                "0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::]",
                "169.254.169.254",
                "10.0.0.1",
                "[fe80::1]"
            })
    void anAddressInsideIsRefusedHoweverItIsWritten(String host) {
        try (WebClient guarded = new WebClient(limits(false, Duration.ofSeconds(20)), Clock.systemUTC())) {
            web.on("*", WebStub.page("secret"));
            assertThat(failed(guarded.get(web.at(host, "/"), Validators.none(), "*/*"))
                            .reason())
                    .contains("private or local");
            assertThat(web.requests()).isEmpty();
        }
    }

    @Test
    void cookiesGoAlongOneChainAndNoFurther() {
        web.on("/", (request, out) -> {
            boolean knows = "seen=1; lang=zh".equals(request.headers().get("cookie"));
            (knows
                            ? WebStub.page("in")
                            : WebStub.redirect(302, "/", "Set-Cookie: seen=1", "Set-Cookie: lang=zh; Path=/"))
                    .answer(request, out);
        });
        assertThat(new String(found("/").body(), StandardCharsets.UTF_8)).isEqualTo("in");
        found("/");
        assertThat(web.requests()).hasSize(4);
        assertThat(web.requests().get(2).headers()).doesNotContainKey("cookie");
    }

    @Test
    void cookiesAreForTheHostThatSetThem() {
        web.on("/", WebStub.redirect(302, web.at("localhost", "/other").toString(), "Set-Cookie: id=1"));
        web.on("/other", WebStub.page("x"));
        found("/");
        assertThat(web.lastRequest().headers()).doesNotContainKey("cookie");
    }

    @Test
    void nameAndPasswordStayWithTheirHost() {
        web.on("/", WebStub.redirect(301, "/same"));
        web.on("/same", WebStub.redirect(301, web.at("localhost", "/other").toString()));
        web.on("/other", WebStub.page("x"));
        URI address = URI.create(web.at("/").toString().replace("http://", "http://me:secret@"));
        Answer.Found found = found(client.get(address, Validators.none(), "*/*"));
        assertThat(web.requests().get(1).headers()).containsKey("authorization");
        assertThat(web.requests().get(2).headers()).doesNotContainKey("authorization");
        assertThat(found.movedTo()).isEqualTo(web.at("localhost", "/other"));
    }

    @Test
    void aMoveOnTheSameHostKeepsNameAndPassword() {
        web.on("/", WebStub.redirect(301, "/same"));
        web.on("/same", WebStub.page("x"));
        URI address = URI.create(web.at("/").toString().replace("http://", "http://me:secret@"));
        Answer.Found found = found(client.get(address, Validators.none(), "*/*"));
        assertThat(found.movedTo().getUserInfo()).isEqualTo("me:secret");
        assertThat(found.address().getUserInfo()).isNull();
    }
}
