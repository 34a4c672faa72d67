package org.postbag.posts.collect.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.http.WebStub;

/** Repositories behind a web server. */
class GitOverHttpTest extends GitTest {
    private static final String A = "_posts/2026-11-20-a.md";
    private static final String B = "_posts/2026-11-21-b.md";

    private WebStub web;
    private String url;

    @BeforeEach
    void serve() throws Exception {
        web = new WebStub();
        web.on("/site.git/info/refs", this::advertise);
        web.on("/site.git/git-upload-pack", (request, out) -> {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            InputStream in = new ByteArrayInputStream(request.body());
            if ("gzip".equals(request.headers().get("content-encoding"))) in = new GZIPInputStream(in);
            upload(request).upload(in, body, null);
            WebStub.page("application/x-git-upload-pack-result", body.toByteArray())
                    .answer(request, out);
        });
        url = web.at("/site.git").toString();
        upstream.post(A, "A").commit("one");
    }

    private void advertise(WebStub.Request request, OutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        upload(request).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(new PacketLineOut(body)), "git-upload-pack");
        WebStub.page("application/x-git-upload-pack-advertisement", body.toByteArray())
                .answer(request, out);
    }

    private UploadPack upload(WebStub.Request request) {
        UploadPack upload = new UploadPack(upstream.git.getRepository());
        upload.setBiDirectionalPipe(false);
        String version = request.headers().get("git-protocol");
        if (version != null) upload.setExtraParameters(List.of(version));
        return upload;
    }

    @AfterEach
    void stop() throws IOException {
        web.close();
    }

    @Test
    void anUnchangedRepositoryCostsNoFetch() throws Exception {
        assertThat(pass(url, "")).containsEntry(A, "A");
        assertThat(web.lastRequest().headers()).containsEntry("user-agent", "Postbag/1.0");
        upstream.post(B, "B").commit("two");
        assertThat(pass(url, "")).containsOnlyKeys(A, B);
        assertThat(loaded).containsExactly(B);
        web.requests().clear();
        pass(url, "");
        assertThat(web.requests()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aRedirectIsFollowed() {
        web.on("/old.git/info/refs", (request, out) -> WebStub.redirect(
                        301, request.path().replace("old", "site"))
                .answer(request, out));
        assertThat(pass(web.at("/old.git").toString(), "")).containsEntry(A, "A");
    }

    @Test
    void aPrivateAddressIsRefusedUnlessItIsAllowed() {
        reader.close();
        reader = reader(false, GitLimits.DEFAULT);
        assertThat(unavailable(url, "")).contains("private or local", "http.allow-private");
        assertThat(web.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"401,name and password", "403,name and password", "404,no repository at", "500,tries again"})
    void whatTheServerSaysIsExplained(int status, String words) {
        web.on("/site.git/info/refs", WebStub.status(status, "WWW-Authenticate: Basic realm=\"x\""));
        String named = url.replace("http://", "http://me:secret@");
        assertThat(unavailable(status == 401 ? named : url, ""))
                .containsPattern(words)
                .contains("127.0.0.1")
                .doesNotContain("secret");
    }

    @Test
    void nameAndTokenOfTheAddressAreSent() {
        web.on("/site.git/info/refs", (request, out) -> {
            boolean known = "Basic bWU6c2VjcmV0".equals(request.headers().get("authorization"));
            if (known) advertise(request, out);
            else WebStub.status(401, "WWW-Authenticate: Basic realm=\"x\"").answer(request, out);
        });
        assertThat(pass(url.replace("http://", "http://me:secret@"), "")).containsEntry(A, "A");
    }

    @Test
    void nameAndTokenDoNotFollowARedirectToAnotherHost() {
        web.on("/old.git/info/refs", (request, out) -> {
            String there = web.at("localhost", "/site.git/info/refs?service=git-upload-pack")
                    .toString();
            if (request.headers().containsKey("authorization"))
                WebStub.redirect(302, there).answer(request, out);
            else WebStub.status(401, "WWW-Authenticate: Basic realm=\"x\"").answer(request, out);
        });
        String old = web.at("/old.git").toString().replace("http://", "http://me:secret@");
        assertThat(pass(old, "")).containsEntry(A, "A");
        assertThat(web.requests())
                .filteredOn(request -> request.headers().get("host").startsWith("localhost"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
    }

    @Test
    void aPageThatIsNoRepositoryIsAFailure() {
        web.on("/page/info/refs", WebStub.page("text/html", "<html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(unavailable(web.at("/page").toString(), "")).contains("address is that of a git repository");
    }

    @Test
    void aRepositoryOverTheLimitIsGivenUp() throws Exception {
        StringBuilder noise = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) noise.append((char) (' ' + random.nextInt(90)));
        upstream.write("big.txt", noise.toString()).commit("big");
        reader.close();
        reader = reader(new GitLimits(50_000, 1_000_000, Duration.ofMinutes(1), 8, Duration.ofHours(1)));
        assertThat(unavailable(url, "")).contains("larger than");
        reader = reader(new GitLimits(1_000_000, 50_000, Duration.ofMinutes(1), 8, Duration.ofHours(1)));
        assertThat(unavailable(url, "")).contains("larger than");
        assertThat(cached(".pack")).isEmpty();
    }

    @Test
    void aServerThatDripsIsGivenUpInTime() throws Exception {
        web.on("/site.git/git-upload-pack", (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-result\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            out.write("fffe\2".getBytes(StandardCharsets.UTF_8));
            while (web.runsAfter(20)) {
                out.write('x');
                out.flush();
            }
        });
        reader.close();
        reader = reader(new GitLimits(1_000_000, 1_000_000, Duration.ofMillis(700), 8, Duration.ofHours(1)));
        assertThat(unavailable(url, "")).contains("took longer");
    }

    @Test
    void anInterruptEndsWhatIsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        web.on("/site.git/info/refs", (request, out) -> {
            asked.countDown();
            web.runsAfter(60_000);
        });
        AtomicReference<Fetched> answer = new AtomicReference<>();
        Thread pass = new Thread(() -> answer.set(read(url, "")));
        pass.start();
        asked.await();
        pass.interrupt();
        pass.join(10_000);
        assertThat(answer.get())
                .isInstanceOfSatisfying(Fetched.Unavailable.class, unavailable -> assertThat(unavailable.reason())
                        .contains("interrupted"));
    }

    @Test
    void afterClosingNothingIsRead() {
        reader.close();
        assertThat(unavailable(url, "")).contains("stopping");
        assertThat(web.requests()).isEmpty();
    }
}
