package org.postbag.bot.email.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.config.Config;

/** The watch against servers that behave and that do not; a mail is dealt with when the predicate has seen it. */
class InboxWatchTest {
    private static final String LETTER =
            "From: a@example.com\r\nTo: news@example.org\r\nSubject: hello\r\nMessage-ID: <a@example.com>\r\n\r\nhello\r\n";
    private static final InboxWatch.Patience SHORT =
            new InboxWatch.Patience(Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofMillis(200));

    private InboxBench bench;
    private ScriptedImap server;
    private InboxWatch watch;
    private final LinkedBlockingQueue<String> handled = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        if (watch != null) watch.close();
        if (server != null) server.close();
        if (bench != null) bench.close();
    }

    private void watch(int port, Duration poll, InboxWatch.Patience patience) {
        watch(new Config.Imap("127.0.0.1", port, "news", "secret", Config.Tls.NONE, poll, null, null), patience);
    }

    private void watch(Config.Imap imap, InboxWatch.Patience patience) {
        bench = bench == null ? new InboxBench() : bench;
        bench.reports = mail -> {
            try {
                return handled.add(String.valueOf(mail.getSubject()));
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        };
        watch = new InboxWatch(imap, bench.parts.reader, patience);
        watch.start();
    }

    private void scripted(Duration poll) {
        watch(server.port(), poll, SHORT);
    }

    private String next() throws InterruptedException {
        return handled.poll(20, TimeUnit.SECONDS);
    }

    private long stopMillis() {
        long begun = System.nanoTime();
        watch.close();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    @Test
    @DisplayName("a mail that arrives while the server is being listened to is read at once, long before the poll")
    void idle() throws Exception {
        bench = new InboxBench();
        bench.deliver(LETTER);
        watch(bench.mail.getImap().getPort(), Duration.ofHours(1), SHORT);
        assertThat(next()).isEqualTo("hello");
        for (int i = 0; i < 5; i++) {
            bench.deliver(LETTER.replace("hello", "later" + i).replace("<a@", "<" + i + "@"));
            assertThat(next()).isEqualTo("later" + i);
        }
        assertThat(stopMillis()).isLessThan(1000);
    }

    @Test
    @DisplayName("without IDLE the mailbox is looked at after each poll")
    void polling() throws Exception {
        server = new ScriptedImap();
        server.canIdle = false;
        scripted(Duration.ofMillis(50));
        server.await("SEARCH");
        server.await("SEARCH");
        server.await("SEARCH");
        assertThat(server.open).hasSize(1);
        assertThat(stopMillis()).isLessThan(1000);
    }

    @Test
    @DisplayName("IDLE ends after the poll at the latest and the mailbox is searched again on the same connection")
    void wakes() throws Exception {
        server = new ScriptedImap();
        scripted(Duration.ofMillis(50));
        for (int i = 0; i < 3; i++) {
            server.await("IDLE");
            server.await("DONE");
            server.await("SEARCH");
        }
        assertThat(server.open).hasSize(1);
    }

    @Test
    @DisplayName("a server that accepts and never greets is given up in time, and again; stopping takes no second")
    void neverGreets() throws Exception {
        server = new ScriptedImap();
        server.silentGreeting = true;
        scripted(Duration.ofSeconds(60));
        server.await("CONNECTED");
        server.await("CLOSED");
        server.await("CONNECTED");
        assertThat(stopMillis()).isLessThan(1000);
    }

    @Test
    @DisplayName("a server that goes silent in IDLE is noticed, and a new connection reads what has come")
    void silentIdle() throws Exception {
        server = new ScriptedImap();
        server.silentIdle = true;
        scripted(Duration.ofMillis(100));
        server.await("IDLE");
        server.mail = LETTER;
        assertThat(next()).isEqualTo("hello");
        assertThat(server.open.size()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("stopping in the middle of IDLE or of a read that hangs takes less than a second")
    void stopsFast(boolean inFetch) throws Exception {
        server = new ScriptedImap();
        server.hangsInFetch = inFetch;
        server.mail = inFetch ? LETTER : "";
        watch(
                server.port(),
                Duration.ofMinutes(10),
                new InboxWatch.Patience(Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(1)));
        server.await(inFetch ? "BODY.PEEK" : "IDLE");
        assertThat(stopMillis()).isLessThan(1000);
        server.await("CLOSED");
        assertThat(server.seen).isFalse();
    }

    @Test
    @DisplayName("a connection cut in the middle of a mail loses nothing: it is read on the next one")
    void dropInFetch() throws Exception {
        server = new ScriptedImap();
        server.mail = LETTER;
        server.drops.set(1);
        scripted(Duration.ofMillis(100));
        assertThat(next()).isEqualTo("hello");
        server.await("STORE");
        assertThat(server.flagged).isFalse();
    }

    @Test
    @DisplayName("a mail whose fetching breaks every connection is skipped for a while, so that the others are read")
    void poisonedFetch() throws Exception {
        server = new ScriptedImap();
        server.mail = LETTER;
        server.drops.set(1000);
        scripted(Duration.ofMillis(100));
        // The clock stands still: after two tries the mail has to wait a minute, and the server is listened to again.
        server.await("IDLE");
        assertThat(server.drops.get()).isEqualTo(998);
        server.drops.set(0);
        bench.bot.clock().advance(Duration.ofMinutes(2));
        assertThat(next()).isEqualTo("hello");
    }

    @Test
    @DisplayName("a mail that cannot be fetched at all is set aside in the end, flagged")
    void neverFetched() throws Exception {
        server = new ScriptedImap();
        server.mail = LETTER;
        server.drops.set(1000);
        scripted(Duration.ofMillis(50));
        for (int i = 0; i < 100 && !server.flagged; i++) {
            bench.bot.clock().advance(Duration.ofHours(1));
            server.await("SEARCH");
        }
        assertThat(handled).isEmpty();
        assertThat(server.drops.get()).isEqualTo(995);
        assertThat(server.flagged).isTrue();
    }

    @Test
    @DisplayName("over TLS, with a certificate of one's own: read, woken, and stopped in IDLE within a second")
    void tls() throws Exception {
        Path folder = Files.createTempDirectory("postbag-tls");
        Path store = folder.resolve("store.p12");
        Path pem = folder.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "a",
                "-dname",
                "CN=imap",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret",
                "-file",
                pem.toString());
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = new ScriptedImap(context.getServerSocketFactory());
        server.mail = LETTER;
        Config.Imap imap = new Config.Imap(
                "127.0.0.1", server.port(), "news", "secret", Config.Tls.TLS, Duration.ofMillis(300), pem, null);
        watch(imap, new InboxWatch.Patience(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofMillis(200)));
        assertThat(next()).isEqualTo("hello");
        server.await("DONE");
        server.await("IDLE");
        assertThat(server.open).hasSize(1);
        assertThat(stopMillis()).isLessThan(1000);
        server.await("CLOSED");
    }

    private static void keytool(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    @DisplayName("failing is told once, being back once, and no address or password is in it")
    void toldOnce() throws Exception {
        PrintStream before = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream caught = new PrintStream(log, true, StandardCharsets.UTF_8);
        System.setErr(caught);
        System.setOut(caught);
        try {
            server = new ScriptedImap();
            server.refusesLogin = true;
            scripted(Duration.ofMillis(50));
            for (int i = 0; i < 4; i++) server.await("CONNECTED");
            server.refusesLogin = false;
            server.await("IDLE");
            server.await("IDLE");
        } finally {
            System.setErr(before);
            System.setOut(out);
        }
        String told = log.toString(StandardCharsets.UTF_8);
        assertThat(told).containsOnlyOnce("refused the login").containsOnlyOnce("can be read again");
        assertThat(told).doesNotContain("secret");
    }

    @Test
    @DisplayName("a flood of unread mails is worked off in order, in a bounded time each")
    void flood() throws Exception {
        bench = new InboxBench();
        int many = Integer.getInteger("inbox.flood", 300);
        for (int i = 0; i < many; i++)
            bench.deliver(LETTER.replace("hello", "number " + i).replace("<a@", "<" + i + "@"));
        watch(
                bench.mail.getImap().getPort(),
                Duration.ofHours(1),
                new InboxWatch.Patience(Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofMillis(200)));
        long begun = System.nanoTime();
        for (int i = 0; i < many; i++) assertThat(next()).isEqualTo("number " + i);
        System.out.println("FLOOD " + many + " mails in "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }
}
