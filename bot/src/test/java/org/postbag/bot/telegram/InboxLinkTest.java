package org.postbag.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.posts.Length;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/** One reader with a chat and an inbox: asked for on Telegram, agreed to by mail or on the web. */
class InboxLinkTest {
    private static final long CHAT = 42;
    private static final String INBOX = "me@example.org";
    private static final String BOT = "news@example.org";

    private final HttpClient http = HttpClient.newHttpClient();
    private GreenMail mail;
    private TelegramDouble telegram;
    private TestBot bot;
    private Service service;
    private ChatPartner me;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        mail.setUser(BOT, "news", "secret");
        telegram = new TelegramDouble();
        telegram.chats().privateChat(CHAT, "读者").user(CHAT, "读者", "zh-hans");
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T10:00:00Z"),
                """
                telegram: { token: "%s", api: "%s", rate: 0 }
                email:
                  from: 晨报 <news@example.org>
                  smtp: { host: 127.0.0.1, port: %d, tls: none, connections: 2 }
                  imap: { host: 127.0.0.1, port: %d, user: news, password: secret, tls: none, poll: 1d }
                """
                        .formatted(
                                TelegramDouble.TOKEN,
                                telegram.address(),
                                mail.getSmtp().getPort(),
                                mail.getImap().getPort()));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        bot.collect();
        service = Service.start(bot.application());
        me = new ChatPartner(telegram, CHAT, CHAT);
        me.say("/start");
    }

    @AfterEach
    void stop() {
        service.close();
        telegram.close();
        mail.stop();
        assertThat(telegram.violations()).isEmpty();
    }

    private List<MimeMessage> inbox(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> to(message).equals(address))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        return (String) ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
    }

    private MimeMessage newest() {
        List<MimeMessage> all = inbox(INBOX);
        return all.get(all.size() - 1);
    }

    private void write(String from, String subject, String text, MimeMessage answers) throws MessagingException {
        MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
        letter.setFrom(from);
        letter.setRecipients(Message.RecipientType.TO, BOT);
        letter.setSubject(subject, "UTF-8");
        letter.setText(text, "UTF-8");
        letter.setHeader(
                "Authentication-Results",
                "mx.example.org; dkim=pass header.d=" + from.substring(from.indexOf('@') + 1));
        if (answers != null) {
            letter.setHeader("In-Reply-To", answers.getMessageID());
            letter.setHeader("References", answers.getMessageID());
        }
        letter.saveChanges();
        mail.getUserManager().getUserByEmail(BOT).deliver(letter);
        bot.application().readInbox();
    }

    private String path(MimeMessage question) throws MessagingException, IOException {
        Matcher link =
                Pattern.compile("https?://\\S+?(/confirm/[A-Za-z0-9._-]+)").matcher(text(question));
        assertThat(link.find()).as(text(question)).isTrue();
        return link.group(1);
    }

    private HttpResponse<String> open(String method, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(service.addresses() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Subscription chat() {
        return bot.application()
                .subscriptions()
                .find(Address.parse("telegram:" + CHAT))
                .orElseThrow();
    }

    private Optional<Subscription> mailbox() {
        return bot.application().subscriptions().find(Address.parse("email:" + INBOX));
    }

    /** Linked by a mail's reply. */
    private void link() throws Exception {
        me.say("/email " + INBOX);
        MimeMessage question = newest();
        write(INBOX, "Re: " + question.getSubject(), "确认\n\n> 有人", question);
        assertThat(mailbox().orElseThrow().isActive()).isTrue();
    }

    @Test
    @DisplayName("the link in the mail: looking changes nothing, the button links, and works once")
    void byWeb() throws Exception {
        assertThat(me.say("/email " + INBOX)).contains(INBOX, "确认");
        MimeMessage question = newest();
        // The id is random, so it may hold any two digits; alone they would be the chat.
        assertThat(question.getMessageID()).startsWith("<link.").doesNotContain("." + CHAT + ".");
        assertThat(text(question)).contains("Telegram", "确认").doesNotContain("读者");
        String path = path(question);
        HttpResponse<String> page = open("GET", path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<form").doesNotContain(Long.toString(CHAT));
        assertThat(mailbox()).isEmpty();
        assertThat(open("POST", path + "x").statusCode()).as("an altered link").isEqualTo(404);
        assertThat(open("POST", path).statusCode()).isEqualTo(200);
        assertThat(mailbox().orElseThrow().isActive()).isTrue();
        assertThat(mailbox().orElseThrow().reader()).isEqualTo(chat().reader());
        assertThat(open("POST", path).statusCode()).as("used up").isEqualTo(404);
        assertThat(me.say("/email")).contains("m…@example.org");
        assertThat(me.say("/email " + INBOX)).contains("已经连着");
    }

    @Test
    @DisplayName("the mail is answered with a word: it counts from that inbox only, and as an answer to that mail only")
    void byMail() throws Exception {
        me.say("/email " + INBOX);
        MimeMessage question = newest();
        write("other@example.org", "Re: " + question.getSubject(), "确认", question);
        assertThat(mailbox()).isEmpty();
        assertThat(bot.application().subscriptions().find(Address.parse("email:other@example.org")))
                .isEmpty();
        write(INBOX, "确认", "确认", null);
        assertThat(mailbox().filter(Subscription::isActive)).isEmpty();
        write(INBOX, "Re: " + question.getSubject(), "确认。\n\n> 有人（想必是您）", question);
        assertThat(mailbox().orElseThrow().isActive()).isTrue();
        assertThat(mailbox().orElseThrow().reader()).isEqualTo(chat().reader());
        assertThat(text(newest())).contains("以后也会收到摘要");
        assertThat(open("POST", path(question)).statusCode()).as("used up").isEqualTo(404);
    }

    @Test
    @DisplayName("a link is good for a week, and not after its chat has left")
    void tooOld() throws Exception {
        me.say("/email " + INBOX);
        String path = path(newest());
        bot.clock().advance(Duration.ofDays(7));
        assertThat(open("GET", path).statusCode()).isEqualTo(404);
        assertThat(open("POST", path).statusCode()).isEqualTo(404);
        me.say("/email " + INBOX);
        String again = path(newest());
        bot.application().subscriptions().unsubscribe(chat().address());
        assertThat(open("POST", again).statusCode()).isEqualTo(404);
        assertThat(mailbox()).isEmpty();
    }

    @Test
    @DisplayName("settings are one until they are set apart, on whichever side they are changed")
    void shared() throws Exception {
        me.say("/length long");
        link();
        assertThat(mailbox().orElseThrow().settings()).isEqualTo(chat().settings());
        me.say("/follow 科技");
        assertThat(mailbox().orElseThrow().settings().selection().tags()).containsExactly("科技");
        write(INBOX, "length titles", "", null);
        assertThat(chat().settings().length()).isEqualTo(Length.TITLES);
        assertThat(me.say("/email share off")).contains("单独");
        me.say("/length long");
        assertThat(mailbox().orElseThrow().settings().length()).isEqualTo(Length.TITLES);
        write(INBOX, "mute 足球", "", null);
        assertThat(chat().settings().selection().mute()).isEmpty();
        assertThat(me.say("/email share on")).contains("共用");
        assertThat(mailbox().orElseThrow().settings()).isEqualTo(chat().settings());
        assertThat(chat().settings().length()).as("those of where it was asked").isEqualTo(Length.LONG);
    }

    @Test
    @DisplayName("unlinked by its address or by a button, an inbox gets nothing more, and the chat stays")
    void unlinked() throws Exception {
        link();
        assertThat(me.say("/email off other@example.org")).contains("没有连接这个邮箱");
        me.say("/email off " + INBOX);
        assertThat(mailbox().orElseThrow().status()).isEqualTo(Status.UNSUBSCRIBED);
        link();
        me.say("/email");
        int menu = me.newest();
        String data = me.data(menu, "断开 m…@example.org");
        assertThat(me.pressData(menu, data)).contains("还没有连接邮箱");
        assertThat(me.pressData(menu, data)).as("pressed twice").contains("还没有连接邮箱");
        assertThat(mailbox().orElseThrow().status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(chat().isActive()).isTrue();
    }

    @Test
    @DisplayName("three questions an hour, three a day for one inbox, whoever asks")
    void limits() throws Exception {
        for (int i = 1; i <= 3; i++) assertThat(me.say("/email " + INBOX)).contains("查收");
        assertThat(me.say("/email another@example.org")).contains("问了三次");
        ChatPartner other = new ChatPartner(telegram, 43, 43);
        other.say("/start");
        assertThat(other.say("/email " + INBOX)).as("is told nothing of it").contains(INBOX);
        assertThat(inbox(INBOX)).hasSize(3);
        assertThat(inbox("another@example.org")).isEmpty();
        bot.clock().advance(Duration.ofHours(1));
        me.say("/email another@example.org");
        assertThat(inbox("another@example.org")).hasSize(1);
        bot.clock().advance(Duration.ofHours(23));
        other.say("/email " + INBOX);
        assertThat(inbox(INBOX)).hasSize(4);
    }

    @Test
    @DisplayName("whether somebody gets digests at an address is told to nobody who asks for it")
    void discloses() throws Exception {
        bot.application().subscriptions().add(Address.parse("email:her@example.org"), Change.none(), true);
        String known = me.say("/email her@example.org");
        String unknown = me.say("/email him@example.org");
        assertThat(known.replace("her@", "him@")).isEqualTo(unknown);
        assertThat(me.say("/email off her@example.org")).contains("没有连接这个邮箱");
        assertThat(me.say("/email")).doesNotContain("example.org");
        assertThat(me.say("/email me@@example")).contains("me@example.org");
    }

    @Test
    @DisplayName("the day's digest arrives at both, each once")
    void both() throws Exception {
        link();
        int messages = me.count();
        int mails = inbox(INBOX).size();
        int all = mail.getReceivedMessages().length;
        bot.clock().advance(Duration.ofHours(14));
        telegram.await(t -> t.messages(CHAT).size() > messages);
        assertThat(mail.waitForIncomingEmail(10_000, all + 1)).isTrue();
        assertThat(me.since(messages)).contains("芯片厂扩产");
        assertThat(inbox(INBOX)).hasSize(mails + 1);
        assertThat(text(newest())).contains("芯片厂扩产");
    }
}
