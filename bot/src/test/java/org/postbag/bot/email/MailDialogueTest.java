package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.delivery.Pass;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;

/** A reader's mailbox and the bot's, over real SMTP and IMAP. */
class MailDialogueTest {
    private static final String READER = "reader@example.org";
    private static final String BOT = "news@example.org";
    private GreenMail mail;
    private TestBot bot;

    @BeforeEach
    void start() {
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        mail.setUser(BOT, "news", "secret");
        mail.setUser(READER, "reader", "secret");
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T22:00:00Z"),
                """
                email:
                  from: 晨报 <news@example.org>
                  smtp: { host: 127.0.0.1, port: %d, tls: none, connections: 2 }
                  imap: { host: 127.0.0.1, port: %d, user: news, password: secret, tls: none }
                """
                        .formatted(mail.getSmtp().getPort(), mail.getImap().getPort()));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        bot.post("river", "River cleaned up", "City", "The river was cleaned by volunteers. They worked for a year.");
        bot.collect();
    }

    @AfterEach
    void stop() {
        bot.close();
        mail.stop();
    }

    private List<MimeMessage> inbox() throws MessagingException {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(m -> to(m).equals(READER))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage message, int index) throws MessagingException, IOException {
        return (String)
                ((MimeMultipart) message.getContent()).getBodyPart(index).getContent();
    }

    private MimeMessage newest() throws MessagingException {
        List<MimeMessage> all = inbox();
        return all.get(all.size() - 1);
    }

    private void write(String subject, String text, MimeMessage answers) throws MessagingException {
        MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
        letter.setFrom(READER);
        letter.setRecipients(Message.RecipientType.TO, BOT);
        letter.setSubject(subject, "UTF-8");
        letter.setText(text, "UTF-8");
        if (answers != null) {
            letter.setHeader("In-Reply-To", answers.getMessageID());
            letter.setHeader("References", answers.getMessageID());
        }
        letter.saveChanges();
        receive(letter);
    }

    private void receive(MimeMessage letter) throws MessagingException {
        GreenMailUser user = mail.getUserManager().getUserByEmail(BOT);
        user.deliver(letter);
        bot.application().readInbox();
    }

    private Pass pass() {
        return bot.application().delivery().deliverDue(bot.clock().instant(), null);
    }

    @Test
    @DisplayName("subscribe, confirm, digest, reply with a number, article in the thread, unsubscribe")
    void wholeDialogue() throws Exception {
        write("订阅", "", null);
        assertThat(inbox()).hasSize(1);
        MimeMessage question = newest();
        assertThat(question.getSubject()).contains("确认");
        assertThat(part(question, 0)).contains("/confirm/");
        Address me = Address.parse("email:" + READER);
        assertThat(bot.application().subscriptions().find(me).orElseThrow().status())
                .isEqualTo(Status.PENDING);

        write("Re: " + question.getSubject(), "确认\n\n> 请确认您的订阅", question);
        assertThat(bot.application().subscriptions().find(me).orElseThrow().status())
                .isEqualTo(Status.ACTIVE);

        bot.clock().advance(Duration.ofHours(2));
        assertThat(pass().sent()).isEqualTo(1);
        MimeMessage digest = newest();
        assertThat(part(digest, 0)).contains("芯片厂扩产").contains("River cleaned up");
        assertThat(part(digest, 1)).contains("芯片厂扩产").contains("<h1");

        Matcher number = Pattern.compile("(\\d+)[.、]\\s*芯片厂扩产").matcher(part(digest, 0));
        assertThat(number.find()).isTrue();
        write("Re: " + digest.getSubject(), "\n" + number.group(1) + "\n\n在 2026年11月21日，晨报写道：\n> 1. 芯片厂扩产", digest);
        MimeMessage article = newest();
        assertThat(article.getHeader("In-Reply-To", ",")).isNotBlank();
        assertThat(article.getHeader("References", " ")).contains(digest.getMessageID());
        assertThat(article.getHeader("Auto-Submitted", ",")).isEqualTo("auto-replied");
        assertThat(part(article, 0)).contains("第二段说的是用电").doesNotContain("volunteers");

        write("Re: " + digest.getSubject(), "unsubscribe", digest);
        assertThat(bot.application().subscriptions().find(me).orElseThrow().status())
                .isEqualTo(Status.UNSUBSCRIBED);
    }

    @Test
    @DisplayName("machines, lists, bounces and the bot itself are never answered")
    void noLoops() throws Exception {
        for (String header : List.of(
                "Auto-Submitted: auto-replied",
                "Precedence: bulk",
                "List-Id: <a.example.org>",
                "X-Autoreply: yes",
                "Return-Path: <>")) {
            MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
            letter.setFrom(READER);
            letter.setRecipients(Message.RecipientType.TO, BOT);
            letter.setSubject("help");
            letter.setText("help");
            letter.saveChanges();
            String[] parts = header.split(": ", 2);
            letter.setHeader(parts[0], parts[1]);
            receive(letter);
        }
        MimeMessage own = new MimeMessage(Session.getInstance(new Properties()));
        own.setFrom(BOT);
        own.setRecipients(Message.RecipientType.TO, BOT);
        own.setSubject("help");
        own.setText("help");
        own.saveChanges();
        receive(own);
        assertThat(inbox()).isEmpty();
    }

    @Test
    @DisplayName("the same mail twice is answered once, also after a restart")
    void onceOnly() throws Exception {
        MimeMessage letter = new MimeMessage(Session.getInstance(new Properties()));
        letter.setFrom(READER);
        letter.setRecipients(Message.RecipientType.TO, BOT);
        letter.setSubject("latest 5");
        letter.setText("");
        letter.saveChanges();
        receive(letter);
        bot.restart();
        receive(letter);
        assertThat(inbox()).hasSize(1);
        assertThat(part(newest(), 0)).contains("芯片厂扩产");
    }

    @Test
    @DisplayName("a digest has one recipient, the same Message-ID on every try, and every list header")
    void headers() throws Exception {
        Address me = Address.parse("email:" + READER);
        bot.application().subscriptions().add(me, Change.none(), true);
        bot.clock().advance(Duration.ofHours(2));
        assertThat(pass().sent()).isEqualTo(1);
        MimeMessage digest = newest();
        assertThat(digest.getAllRecipients()).hasSize(1);
        for (String header : List.of(
                "List-Id",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "Feedback-ID",
                "Auto-Submitted",
                "Precedence",
                "Message-ID",
                "Date")) assertThat(digest.getHeader(header)).as(header).hasSize(1);
        assertThat(digest.getFrom()[0].toString()).contains("news@example.org");
    }

    @Test
    @DisplayName("a server that is away delays a digest and loses nothing")
    void serverAway() throws Exception {
        bot.application().subscriptions().add(Address.parse("email:" + READER), Change.none(), true);
        bot.clock().advance(Duration.ofHours(2));
        int port = mail.getSmtp().getPort();
        mail.getSmtp().stopService();
        assertThat(pass()).isEqualTo(new Pass(0, 0, 0, 0, 1));
        GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            bot.clock().advance(Duration.ofSeconds(61));
            assertThat(pass()).isEqualTo(new Pass(1, 0, 0, 0, 0));
            assertThat(again.getReceivedMessages()).hasSize(1);
        } finally {
            again.stop();
        }
    }
}
