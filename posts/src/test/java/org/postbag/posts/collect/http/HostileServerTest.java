package org.postbag.posts.collect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that never end, lie, or send more than they seem to. */
@Timeout(60)
class HostileServerTest extends WebTest {
    private static final byte[] TEXT = "Grüße, 世界. ".repeat(50).getBytes(StandardCharsets.UTF_8);

    @Test
    void aDrippingBodyEndsInTime() {
        web.on("/", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            drip(out);
        });
        assertSlow();
    }

    @Test
    void drippingHeadersEndInTime() {
        web.on("/", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.UTF_8));
            drip(out);
        });
        assertSlow();
    }

    @Test
    void aSlowChainOfRedirectsEndsInTime() {
        web.on("*", (request, out) -> {
            web.runsAfter(100);
            WebStub.redirect(302, request.path() + "x").answer(request, out);
        });
        assertSlow();
    }

    private void drip(OutputStream out) throws IOException {
        while (web.runsAfter(20)) {
            out.write('x');
            out.flush();
        }
    }

    private void assertSlow() {
        client.close();
        client = client(Duration.ofMillis(400));
        Answer.Failed failed = failed("/");
        assertThat(failed.reason()).contains("within 0.4 s", "http.timeout");
        assertThat(failed.temporary()).isTrue();
    }

    @Test
    void aBodyThatNeverEndsIsCutAtTheLimit() {
        web.on("/", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (web.runsAfter(0)) out.write(new byte[10_000]);
        });
        Answer.Failed failed = failed("/");
        assertThat(failed.reason()).contains("more than 100 kB", "http.max-bytes");
        assertThat(failed.temporary()).isFalse();
    }

    @Test
    void aBodyAsLargeAsAllowedIsTaken() {
        web.on("/", WebStub.page("x/y", new byte[MAX_BYTES]));
        web.on("/more", WebStub.page("x/y", new byte[MAX_BYTES + 1]));
        assertThat(found("/").body()).hasSize(MAX_BYTES);
        failed("/more");
    }

    @Test
    void headersThatNeverEndAreCut() {
        web.on("/", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
            while (web.runsAfter(0)) out.write(("X: " + "x".repeat(500) + "\r\n").getBytes(StandardCharsets.UTF_8));
        });
        assertThat(failed("/").reason()).contains("never do");
    }

    @Test
    void aBodyShorterThanAnnouncedIsNoBody() {
        web.on("/", WebStub.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
        Answer.Failed failed = failed("/");
        assertThat(failed.reason()).contains("cut off");
        assertThat(failed.temporary()).isTrue();
    }

    @Test
    void aBodyLongerThanAnnouncedDoesNotSpoilTheNextAnswer() {
        web.on(
                "/long",
                (request, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhalfand more\r\n"
                        .getBytes(StandardCharsets.UTF_8)));
        web.on("/next", WebStub.page("next"));
        assertThat(found("/long").body()).asString(StandardCharsets.UTF_8).isEqualTo("half");
        assertThat(found("/next").body()).asString(StandardCharsets.UTF_8).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 abc OK\r\n\r\n", "\0\0\0\0", "HTTP/1.1 200 OK\r\nX"})
    void whatIsNoHttpIsAFailure(String answer) {
        web.on("/", WebStub.raw(answer));
        assertThat(failed("/").temporary()).isTrue();
    }

    @Test
    void whatAServerSaysInsteadIsQuotedInOneShortLine() {
        web.on("/", WebStub.raw("\u001b[31mHello\t" + "x".repeat(10_000) + "\r\n"));
        assertThat(failed("/").reason()).hasSizeLessThan(300).doesNotContain("\u001b", "\t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate", "raw deflate", "gzip, deflate", "identity", "utf-8"})
    void aPackedBodyIsUnpacked(String coding) throws Exception {
        byte[] body = TEXT;
        if (coding.toLowerCase(Locale.ROOT).contains("gzip")) body = gzip(body);
        if (coding.contains("deflate")) body = deflate(body, coding.startsWith("raw"));
        web.on("/", WebStub.page("x/y", body, "Content-Encoding: " + coding.replace("raw ", "")));
        assertThat(found("/").body()).isEqualTo(TEXT);
    }

    @Test
    void aPlainBodyThatIsCalledPackedIsTakenAsItIs() {
        web.on("/", WebStub.page("x/y", TEXT, "Content-Encoding: gzip"));
        assertThat(found("/").body()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aPackedBodyThatIsCutOffIsNoBody(String coding) throws Exception {
        byte[] whole = coding.equals("gzip") ? gzip(TEXT) : deflate(TEXT, false);
        web.on("/", WebStub.page("x/y", Arrays.copyOf(whole, whole.length - 9), "Content-Encoding: " + coding));
        assertThat(failed("/").temporary()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "deflate, gzip"})
    void aSmallBodyThatUnpacksToAHugeOneIsStopped(String coding) throws Exception {
        byte[] bomb = new byte[100_000_000];
        if (coding.contains("deflate")) bomb = deflate(bomb, false);
        if (coding.contains("gzip")) bomb = gzip(bomb);
        assertThat(bomb.length).isLessThan(MAX_BYTES);
        web.on("/", WebStub.page("x/y", bomb, "Content-Encoding: " + coding));
        assertThat(failed("/").reason()).contains("more than 100 kB");
    }

    @Test
    void aPackingThatWasNotOfferedIsNamed() {
        web.on("/", WebStub.page("x/y", TEXT, "Content-Encoding: br"));
        assertThat(failed("/").reason()).contains("not asked for (br)");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, raw))) {
            deflate.write(bytes);
        }
        return out.toByteArray();
    }
}
