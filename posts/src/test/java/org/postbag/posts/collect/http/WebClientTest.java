package org.postbag.posts.collect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers that mean well answer. */
class WebClientTest extends WebTest {

    @Test
    void aPageIsFoundWithWhatDescribesIt() {
        web.on("/feed", WebStub.page("text/xml", new byte[] {1, 2}, "ETag: W/\"a b\"", "Last-Modified: yesterday"));
        Answer.Found found = found("/feed?x=1#part");
        assertThat(found.body()).containsExactly(1, 2);
        assertThat(found.contentType()).isEqualTo("text/xml");
        assertThat(found.validators()).isEqualTo(new Validators("W/\"a b\"", "yesterday"));
        assertThat(found.address()).isEqualTo(web.at("/feed?x=1"));
        assertThat(found.movedTo()).isNull();
    }

    @Test
    void theServerSeesWhoAsksAndForWhat() {
        web.on("/", WebStub.page("x"));
        client.get(web.at("/"), Validators.none(), "application/atom+xml, */*;q=0.1");
        assertThat(web.lastRequest().headers())
                .containsEntry("user-agent", "Postbag/1.0 (+https://example.org/contact)")
                .containsEntry("accept", "application/atom+xml, */*;q=0.1")
                .containsEntry("accept-encoding", "gzip, deflate")
                .doesNotContainKeys("authorization", "cookie", "if-none-match", "if-modified-since");
    }

    @Test
    void whatIsKnownIsAskedForOnlyIfItHasChanged() {
        web.on("/", WebStub.status(304));
        Validators known = new Validators("W/\"1\"", "Sat, 21 Nov 2026 10:00:00 GMT");
        assertThat(client.get(web.at("/"), known, "*/*")).isEqualTo(new Answer.NotModified(known, null));
        assertThat(web.lastRequest().headers())
                .containsEntry("if-none-match", "W/\"1\"")
                .containsEntry("if-modified-since", "Sat, 21 Nov 2026 10:00:00 GMT");
    }

    @Test
    void newValidatorsOfAnUnchangedPageReplaceTheOld() {
        web.on("/", WebStub.status(304, "ETag: \"2\""));
        assertThat(client.get(web.at("/"), new Validators("\"1\"", null), "*/*"))
                .isEqualTo(new Answer.NotModified(new Validators("\"2\"", null), null));
    }

    @Test
    void unchangedSinceNothingIsNoAnswer() {
        web.on("/", WebStub.status(304));
        assertThat(failed("/").temporary()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\u0001\"", "\"中\"", " "})
    void aValidatorThatCannotStandInAHeaderIsDropped(String etag) {
        assertThat(new Validators(etag, "\"" + "x".repeat(2000) + "\"").isEmpty())
                .isTrue();
    }

    @Test
    void whatIsGoneIsGone() {
        web.on("/", WebStub.status(410));
        assertThat(get("/")).isEqualTo(new Answer.Gone());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 600 | 2026-11-22T10:10:00Z",
                "503 | 120 | 2026-11-22T10:02:00Z",
                "429 | 0 | 2026-11-22T10:01:00Z",
                "429 | 99999999999999999999 | 2026-11-23T10:00:00Z",
                "429 | Sun, 22 Nov 2026 11:00:00 GMT | 2026-11-22T11:00:00Z",
                "503 | Sunday, 22-Nov-26 11:00:00 GMT | 2026-11-22T11:00:00Z",
                "503 | Sun, 22 Nov 2020 11:00:00 GMT | 2026-11-22T10:01:00Z",
                "503 | Sun, 22 Nov 2099 11:00:00 GMT | 2026-11-23T10:00:00Z"
            })
    void aServerIsLeftAloneForAsLongAsItAsksWithinADay(int status, String wait, String until) {
        web.on("/", WebStub.status(status, "Retry-After: " + wait));
        assertThat(((Answer.Later) get("/")).until()).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | false | in a browser",
                "401 | false | name and password",
                "403 | false | turns programs away",
                "404 | false | where it is now",
                "429 | true | 'every'",
                "451 | false | legal",
                "500 | true | tried again",
                "503 | true | tried again",
                "204 | true | without any content",
                "206 | true | only a part",
                "300 | false | in a browser"
            })
    void everyOtherStatusIsExplained(int status, boolean temporary, String words) {
        web.on("/", WebStub.status(status, "Retry-After: soon"));
        Answer.Failed failed = failed("/");
        assertThat(failed.temporary()).isEqualTo(temporary);
        assertThat(failed.reason()).contains(words, "127.0.0.1", "HTTP " + status);
    }

    @Test
    void nameAndPasswordInAnAddressAreSentAndNotHandedOn() {
        web.on("/", WebStub.page("x"));
        URI address = URI.create(web.at("/").toString().replace("http://", "http://me:p%20w@"));
        Answer.Found found = found(client.get(address, Validators.none(), "*/*"));
        assertThat(web.lastRequest().headers()).containsEntry("authorization", "Basic bWU6cCB3");
        assertThat(found.address()).isEqualTo(web.at("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "file:///etc/passwd", "mailto:a@example.org", "/only/a/path"})
    void onlyWebAddressesAreAsked(String address) {
        assertThat(failed(client.get(URI.create(address), Validators.none(), "*/*"))
                        .reason())
                .contains("no http or https address");
    }

    @Test
    void aHostThatIsNotThereIsNamed() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Answer.Failed refused =
                failed(client.get(URI.create("http://127.0.0.1:" + free + "/"), Validators.none(), "*/*"));
        assertThat(refused.temporary()).isTrue();
        assertThat(refused.reason()).contains("127.0.0.1 cannot be reached");
        Answer.Failed unknown = failed(client.get(URI.create("http://nowhere.invalid/"), Validators.none(), "*/*"));
        assertThat(unknown.reason()).contains("the host nowhere.invalid is not known");
    }

    @Test
    void limitsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> new WebLimits(false, 0, Duration.ofSeconds(1), "x"))
                .hasMessageContaining("http.max-bytes");
        assertThatThrownBy(() -> new WebLimits(false, 1, Duration.ZERO, "x")).hasMessageContaining("http.timeout");
        for (String name : List.of("", "a\r\nb", "晨报"))
            assertThatThrownBy(() -> new WebLimits(false, 1, Duration.ofSeconds(1), name))
                    .hasMessageContaining("user agent");
    }
}
