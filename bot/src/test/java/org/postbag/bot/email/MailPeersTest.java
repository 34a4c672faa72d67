package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.bot.cli.RootCommand;
import org.postbag.bot.cli.Session;
import org.postbag.bot.delivery.Pass;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Bounce;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryQuery;
import org.postbag.subscriptions.store.DeliveryStatus;

/** The whole dialogue, carried by a real Postfix and Dovecot between real inboxes. */
class MailPeersTest {
    private static final String BOT = "bot@example.test";
    private static MailPeers peers;

    /** Before the first test and not before all, so that each test says by itself why it was skipped. */
    @BeforeEach
    void start() {
        if (peers == null) peers = MailPeers.start();
    }

    @AfterAll
    static void stop() {
        if (peers != null) peers.close();
        peers = null;
    }

    private static TestBot bot(int smtpPort) {
        TestBot bot = new TestBot(Engine.SQLITE, new TestClock("2026-11-20T22:00:00Z"), configuration(smtpPort));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        bot.post("river", "River cleaned up", "City", "The river was cleaned by volunteers. They worked for a year.");
        bot.post("bridge", "老桥修好了", "城市", "修了三年的老桥今天通车。\n\n第二段说的是桥墩。");
        bot.collect();
        return bot;
    }

    /** Over submission with a login, or straight to the server that some inboxes refuse at. */
    private static String configuration(int smtpPort) {
        String login =
                smtpPort == MailPeers.SUBMISSION ? "user: %s, password: %s,".formatted(BOT, MailPeers.PASSWORD) : "";
        return """
                email:
                  from: 晨报 <%s>
                  smtp: { host: 127.0.0.1, port: %d, %s tls: starttls, trust: "%s", connections: 2 }
                  imap: { host: 127.0.0.1, port: %d, user: %s, password: %s, tls: tls, trust: "%s" }
                """
                .formatted(
                        BOT,
                        smtpPort,
                        login,
                        peers.certificate(),
                        MailPeers.IMAPS,
                        BOT,
                        MailPeers.PASSWORD,
                        peers.certificate());
    }

    private static Pass pass(TestBot bot) {
        return bot.application().delivery().deliverDue(bot.clock().instant(), null);
    }

    private static Subscription subscription(TestBot bot, String user) {
        return bot.application()
                .subscriptions()
                .find(Address.parse("email:" + user + "@example.test"))
                .orElseThrow();
    }

    private static Status status(TestBot bot, String user) {
        return subscription(bot, user).status();
    }

    /** What the reader wrote is there, and the bot reads it. */
    private static void read(TestBot bot, PeerMailbox own) throws MessagingException {
        own.await();
        assertThat(bot.application().readInbox()).isEqualTo(1);
    }

    @Test
    @DisplayName("subscribe, confirm, digest, reply 3, article in the thread, unsubscribe by mail and with one click")
    void dialogue() throws Exception {
        try (TestBot bot = bot(MailPeers.SUBMISSION);
                PeerMailbox own = new PeerMailbox(peers, "bot");
                PeerMailbox alice = new PeerMailbox(peers, "alice");
                PeerMailbox bob = new PeerMailbox(peers, "bob")) {
            join(bot, own, alice, "alice", "subscribe", "确认");
            join(bot, own, bob, "bob", "订阅", "confirm");
            bot.clock().advance(Duration.ofHours(2));
            assertThat(pass(bot).sent()).isEqualTo(2);

            MimeMessage digest = alice.await();
            assertThat(PeerMailbox.text(digest)).contains("芯片厂扩产", "River cleaned up", "老桥修好了");
            Matcher third = Pattern.compile("(?m)^3\\. (.*)$").matcher(PeerMailbox.text(digest));
            assertThat(third.find()).isTrue();
            MimeMessage three = alice.reply(digest, "3");
            read(bot, own);
            MimeMessage article = alice.await();
            assertThat(PeerMailbox.text(article)).contains(third.group(1));
            assertThat(article.getHeader("In-Reply-To", ",")).isEqualTo(three.getMessageID());
            assertThat(article.getHeader("References", " ").split("\\s+"))
                    .containsExactly(digest.getMessageID(), three.getMessageID());

            leaveByMail(bot, own, alice, digest);
            bob.await();
            bot.clock().advance(Duration.ofHours(24));
            bot.post("next", "第二天的新闻", "城市", "第二天也有新闻。");
            bot.collect();
            assertThat(pass(bot)).as("to bob alone").isEqualTo(new Pass(1, 0, 0, 0, 0));
            leaveWithOneClick(bot, bob.await());
        }
    }

    private static void join(TestBot bot, PeerMailbox own, PeerMailbox reader, String user, String asked, String agreed)
            throws Exception {
        reader.write(BOT, asked, "");
        read(bot, own);
        MimeMessage question = reader.await();
        assertThat(PeerMailbox.text(question)).contains("/confirm/");
        assertThat(status(bot, user)).isEqualTo(Status.PENDING);
        MimeMessage yes = reader.reply(question, agreed);
        read(bot, own);
        assertThat(status(bot, user)).isEqualTo(Status.ACTIVE);
        assertThat(reader.await().getHeader("In-Reply-To", ",")).isEqualTo(yes.getMessageID());
    }

    private static void leaveByMail(TestBot bot, PeerMailbox own, PeerMailbox alice, MimeMessage digest)
            throws Exception {
        Matcher mailto = Pattern.compile("<mailto:([^?>]+)\\?subject=([^>]+)>")
                .matcher(digest.getHeader("List-Unsubscribe", ","));
        assertThat(mailto.find()).isTrue();
        alice.write(mailto.group(1), mailto.group(2).replace("%20", " "), "");
        read(bot, own);
        assertThat(status(bot, "alice")).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(PeerMailbox.text(alice.await())).isNotBlank();
    }

    private static void leaveWithOneClick(TestBot bot, MimeMessage digest) throws Exception {
        assertThat(digest.getHeader("List-Unsubscribe-Post", ",")).isEqualTo("List-Unsubscribe=One-Click");
        Matcher link = Pattern.compile("<(http[^>]+)>").matcher(digest.getHeader("List-Unsubscribe", ","));
        assertThat(link.find()).isTrue();
        try (Service service = Service.start(bot.application())) {
            URI page =
                    URI.create(service.addresses() + URI.create(link.group(1)).getPath());
            HttpClient http = HttpClient.newHttpClient();
            HttpResponse<String> looked =
                    http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(looked.statusCode()).isEqualTo(200);
            assertThat(status(bot, "bob")).isEqualTo(Status.ACTIVE);
            HttpResponse<String> left = http.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(left.statusCode()).isEqualTo(200);
            assertThat(status(bot, "bob")).isEqualTo(Status.UNSUBSCRIBED);
        }
    }

    @Test
    @DisplayName("an inbox that is not there: refused at once, or taken and returned; a busy one is tried again")
    void bounces() throws Exception {
        try (TestBot bot = bot(MailPeers.SMTP);
                PeerMailbox own = new PeerMailbox(peers, "bot")) {
            for (String user : new String[] {"nobody-else", "soft", "gone"})
                bot.application()
                        .subscriptions()
                        .add(Address.parse("email:" + user + "@example.test"), Change.none(), true);
            bot.clock().advance(Duration.ofHours(2));
            assertThat(pass(bot)).isEqualTo(new Pass(1, 0, 1, 0, 1));

            assertThat(status(bot, "gone")).isEqualTo(Status.SUPPRESSED);
            assertThat(bounce(bot, "gone"))
                    .isEqualTo(new Bounce(
                            Bounce.Kind.HARD, "5.1.1", bounce(bot, "gone").said(), Bounce.Origin.SMTP));
            assertThat(bounce(bot, "gone").said()).contains("No such user").doesNotContain("@");

            Delivery soft = delivery(bot, "soft");
            assertThat(soft.status()).isEqualTo(DeliveryStatus.PENDING);
            assertThat(soft.error()).contains("Mailbox busy");
            assertThat(soft.nextTry()).isAfter(bot.clock().instant());
            assertThat(status(bot, "soft")).isEqualTo(Status.ACTIVE);
            assertThat(bot.application()
                            .subscriptions()
                            .bounces(subscription(bot, "soft").id()))
                    .isEmpty();

            assertThat(delivery(bot, "nobody-else").status()).isEqualTo(DeliveryStatus.SENT);
            assertThat(status(bot, "nobody-else")).isEqualTo(Status.ACTIVE);
            MimeMessage returned = own.await();
            assertThat(returned.getContentType()).contains("multipart/report");
            assertThat(returned.getHeader("Delivered-To", ",")).contains("+b.");
            assertThat(bot.application().readInbox()).isEqualTo(1);
            assertThat(status(bot, "nobody-else")).isEqualTo(Status.SUPPRESSED);
            Bounce told = bounce(bot, "nobody-else");
            assertThat(told.kind()).isEqualTo(Bounce.Kind.HARD);
            assertThat(told.origin()).isEqualTo(Bounce.Origin.REPORT);
            assertThat(told.status()).startsWith("5.1");
            bot.stop();
            assertThat(show(bot, "nobody-else")).contains("\"status\":\"suppressed\"", "\"bounces\":[{", "5.1.1");
        }
    }

    private static Bounce bounce(TestBot bot, String user) {
        var bounces = bot.application()
                .subscriptions()
                .bounces(subscription(bot, user).id());
        assertThat(bounces).as(user).hasSize(1);
        return bounces.get(0).bounce();
    }

    private static Delivery delivery(TestBot bot, String user) {
        Address address = Address.parse("email:" + user + "@example.test");
        return bot.application()
                .ledger()
                .list(DeliveryQuery.all().withAddress(address))
                .get(0);
    }

    private static String show(TestBot bot, String user) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Session session = new Session(printed, printed, Map.of(), Clock.systemUTC());
        String config = bot.configuration().toString();
        int exit = RootCommand.commandLine(session)
                .execute("subscriber", "show", "email:" + user + "@example.test", "--json", "--config", config);
        String shown = out.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(shown).isZero();
        return shown;
    }
}
