package org.postbag.bot.email.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.token.Tokens.Purpose;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Status;

/** What readers write and get, over real IMAP and SMTP. */
class InboxDialogueTest {
    private static final String ALIGNED =
            "Authentication-Results: mx.example.org; dkim=pass header.d=example.com; dmarc=pass header.from=example.com\r\n";
    private InboxBench bench;

    @BeforeEach
    void start() {
        bench = new InboxBench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void subscribed(ReaderLanguage lang) {
        bench.bot
                .application()
                .subscriptions()
                .add(InboxBench.READER, Change.none().withLang(lang), true);
    }

    private Status status() {
        return bench.bot
                .application()
                .subscriptions()
                .find(InboxBench.READER)
                .orElseThrow()
                .status();
    }

    @ParameterizedTest
    @CsvSource({"ZH,订阅,确认,退订,确认", "EN,subscribe,confirm,unsubscribe,onfirm"})
    @DisplayName("subscribe, confirm, digest, a number, the article in the thread, leaving: in both languages")
    void wholeDialogue(ReaderLanguage lang, String subscribe, String confirm, String leave, String asked)
            throws Exception {
        bench.write("", subscribe, "hello".repeat(30), null);
        MimeMessage question = bench.newest();
        assertThat(bench.text(question)).contains("/confirm/");
        assertThat(status()).isEqualTo(Status.PENDING);
        bench.write("", "Re: " + question.getSubject(), confirm + "\n\n> " + question.getSubject(), question);
        assertThat(status()).isEqualTo(Status.ACTIVE);

        bench.bot.clock().advance(Duration.ofHours(2));
        assertThat(bench.bot
                        .application()
                        .delivery()
                        .deliverDue(bench.bot.clock().instant(), null)
                        .sent())
                .isEqualTo(1);
        MimeMessage digest = bench.newest();
        Matcher number = Pattern.compile("(\\d+)[.、]\\s*芯片厂扩产").matcher(bench.text(digest));
        assertThat(number.find()).isTrue();
        bench.write("", "Re: " + digest.getSubject(), number.group(1) + "\n\nOn Friday, 晨报 wrote:\n> 1", digest);
        MimeMessage article = bench.newest();
        assertThat(bench.text(article)).contains("第二段说的是用电");
        assertThat(article.getHeader("In-Reply-To", ",")).isNotBlank();
        assertThat(article.getHeader("References", " ")).contains(digest.getMessageID());

        // Whoever answers our mail has it, so this leaves at once.
        bench.write("", "Re: " + article.getSubject(), leave, article);
        assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
    }

    @ParameterizedTest
    @CsvSource({"ZH,退订,这是您要改的吗,确认", "EN,unsubscribe,Did you ask for this,confirm"})
    @DisplayName("a forged unsubscribe asks and changes nothing; a yes to the question does it, once")
    void forged(ReaderLanguage lang, String leave, String asks, String yes) throws Exception {
        subscribed(lang);
        for (String forged : new String[] {
            "",
            "Authentication-Results: mx.evil.example; dmarc=pass header.from=example.com\r\n",
            "Authentication-Results: mx.example.org; dmarc=fail header.from=example.com\r\n",
            "Authentication-Results: mx.example.org; dkim=pass header.d=evil.example\r\n",
            "Authentication-Results: mx.example.org; none\r\n"
                    + "Authentication-Results: mx.example.org; dmarc=pass header.from=example.com\r\n"
        }) {
            bench.write(forged, leave, "", null);
            assertThat(bench.newest().getSubject()).contains(asks);
            assertThat(bench.text(bench.newest())).contains("/confirm/").contains(leave);
            assertThat(status()).isEqualTo(Status.ACTIVE);
        }
        MimeMessage question = bench.newest();
        int mails = bench.inbox().size();
        bench.write("", "Re: " + question.getSubject(), yes, question);
        assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(bench.inbox()).hasSize(mails + 1);
        bench.bot.application().subscriptions().add(InboxBench.READER, Change.none(), true);
        bench.write("", "Re: " + question.getSubject(), yes, question);
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    @DisplayName("a yes from somebody else, or to a question that was made up, changes nothing")
    void wrongYes() throws Exception {
        subscribed(ReaderLanguage.EN);
        bench.write("", "pause", "", null);
        MimeMessage question = bench.newest();
        bench.raw(
                "From: other@example.net\r\nTo: news@example.org\r\nSubject: Re: x\r\nMessage-ID: <o1@example.net>\r\n"
                        + "In-Reply-To: " + question.getMessageID() + "\r\n\r\nconfirm\r\n");
        assertThat(status()).isEqualTo(Status.ACTIVE);
        String id = question.getMessageID();
        String altered = id.replaceFirst("change\\.\\d", id.contains("change.9") ? "change.8" : "change.9");
        bench.raw(
                "From: reader@example.com\r\nTo: news@example.org\r\nSubject: Re: x\r\nMessage-ID: <o2@example.com>\r\n"
                        + "In-Reply-To: " + altered + "\r\n\r\nconfirm\r\n");
        assertThat(status()).isEqualTo(Status.ACTIVE);
        bench.bot.clock().advance(Duration.ofDays(3));
        bench.write("", "Re: " + question.getSubject(), "confirm", question);
        assertThat(status()).isEqualTo(Status.ACTIVE);
        assertThat(bench.text(bench.newest())).contains("too old");
    }

    @Test
    @DisplayName("with the domain's word a change is made at once, and reading needs no proof at all")
    void proven() throws Exception {
        subscribed(ReaderLanguage.EN);
        bench.write("", "latest 5", "", null);
        assertThat(bench.text(bench.newest())).contains("芯片厂扩产");
        bench.write(ALIGNED, "pause 3d", "", null);
        assertThat(status()).isEqualTo(Status.PAUSED);
        bench.write(ALIGNED, "resume", "", null);
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    @DisplayName("five questions wait at most; the sixth change is told once that they do, then nothing")
    void manyQuestions() throws Exception {
        subscribed(ReaderLanguage.EN);
        for (int i = 1; i <= 5; i++) bench.write("", "schedule 0" + i + ":30", "", null);
        assertThat(bench.inbox()).hasSize(5);
        for (int i = 6; i <= 8; i++) bench.write("", "schedule 0" + i + ":30", "", null);
        assertThat(bench.inbox()).hasSize(6);
        assertThat(bench.text(bench.newest())).contains("already wait");
    }

    @ParameterizedTest
    @CsvSource({"unsubscribe", "退订"})
    @DisplayName("the token of List-Unsubscribe lets its subscription leave, whoever brings it, and only them")
    void token(String word) throws Exception {
        subscribed(ReaderLanguage.EN);
        long id = bench.bot
                .application()
                .subscriptions()
                .find(InboxBench.READER)
                .orElseThrow()
                .id();
        String token = bench.parts.tokens.make(Purpose.UNSUBSCRIBE, id);
        String altered = (token.charAt(5) == 'x' ? "y" : "x") + token.substring(1);
        bench.raw(
                "From: proxy@example.net\r\nTo: news@example.org\r\nSubject: x\r\nMessage-ID: <t0@example.net>\r\n\r\n"
                        + "unsubscribe " + altered + "\r\n");
        assertThat(status()).isEqualTo(Status.ACTIVE);
        bench.write("", word + " " + altered, "", null);
        assertThat(status()).isEqualTo(Status.ACTIVE);
        assertThat(bench.text(bench.newest()).replaceAll("\\s+", " "))
                .contains("nothing was changed")
                .doesNotContain(altered);
        int mails = bench.inbox().size();
        bench.raw("From: proxy@example.net\r\nTo: news@example.org\r\nAuto-Submitted: auto-generated\r\n"
                + "Subject: " + word.replace("退订", "=?utf-8?B?6YCA6K6i?=") + " " + token
                + "\r\nMessage-ID: <t1@example.net>\r\n\r\n\r\n");
        assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(bench.inbox()).hasSize(mails);
    }

    @Test
    @DisplayName("an expired token changes nothing")
    void expired() throws Exception {
        subscribed(ReaderLanguage.EN);
        String token = bench.parts.tokens.make(
                Purpose.UNSUBSCRIBE,
                bench.bot
                        .application()
                        .subscriptions()
                        .find(InboxBench.READER)
                        .orElseThrow()
                        .id());
        bench.bot.clock().advance(Duration.ofDays(4002));
        bench.write("", "unsubscribe " + token, "", null);
        assertThat(status()).isEqualTo(Status.ACTIVE);
        assertThat(bench.text(bench.newest()).replaceAll("\\s+", " ")).contains("nothing was changed");
    }

    @Test
    @DisplayName("machines, lists, bounces, the bot and its plus-addresses are never answered")
    void noLoops() throws Exception {
        for (String header : new String[] {
            "Auto-Submitted: auto-replied",
            "Precedence: bulk",
            "Precedence: junk",
            "List-Id: <a.example.org>",
            "List-Unsubscribe: <mailto:a@example.org>",
            "X-Auto-Response-Suppress: All",
            "X-Autoreply: yes",
            "Return-Path: <>",
            "Content-Type: multipart/report; boundary=x"
        }) bench.write(header + "\r\n", "help", "help", null);
        for (String from : new String[] {
            "news@example.org",
            "News+b.12.abc@Example.org",
            "MAILER-DAEMON@example.com",
            "no-reply@example.com",
            "postmaster@example.com",
            "noreply-news@example.com",
            "donotreply@example.com"
        })
            bench.raw("From: " + from + "\r\nTo: news@example.org\r\nSubject: help\r\nMessage-ID: <" + from
                    + ">\r\n\r\nhelp\r\n");
        assertThat(bench.all()).isEmpty();
    }

    @Test
    @DisplayName("two Postbags that write to each other stop by themselves")
    void twoPostbags() throws Exception {
        bench.write("", "help", "", null);
        MimeMessage answer = bench.newest();
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        answer.setHeader("From", "reader@example.com");
        answer.writeTo(bytes);
        int before = bench.all().size();
        bench.raw(bytes.toString(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(bench.all()).hasSize(before);
    }

    @Test
    @DisplayName("bounces are handed over first and never answered")
    void reports() throws Exception {
        bench.reports = mail -> true;
        bench.write("", "help", "", null);
        assertThat(bench.all()).isEmpty();
        assertThat(bench.unread()).isZero();
    }

    @Test
    @DisplayName("a stranger gets three answers a day; a subscriber 20 an hour and one notice")
    void budget() throws Exception {
        for (int i = 0; i < 6; i++) bench.write("", "help", "", null);
        assertThat(bench.inbox()).hasSize(3);
        subscribed(ReaderLanguage.EN);
        for (int i = 0; i < 22; i++) bench.write("", "help", "", null);
        assertThat(bench.inbox()).hasSize(21);
        assertThat(bench.text(bench.newest())).contains("a lot of mail");
        bench.write(ALIGNED, "unsubscribe", "", null);
        assertThat(status()).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(bench.inbox()).hasSize(21);
    }

    @Test
    @DisplayName("an answer the server does not take for now is sent later, once, with the change made once")
    void later() throws Exception {
        subscribed(ReaderLanguage.EN);
        bench.parts.sender.next.add(new Outcome.Later(null, "greylisted", true));
        bench.parts.sender.next.add(new Outcome.Later(null, "greylisted", true));
        bench.write(ALIGNED, "pause 3d", "", null);
        assertThat(status()).isEqualTo(Status.PAUSED);
        assertThat(bench.inbox()).isEmpty();
        assertThat(bench.unread()).isEqualTo(1);
        bench.parts.reader.readNew();
        bench.parts.reader.readNew();
        assertThat(bench.inbox()).isEmpty();
        bench.bot.clock().advance(Duration.ofSeconds(61));
        bench.parts.reader.readNew();
        assertThat(bench.inbox()).hasSize(1);
        assertThat(bench.unread()).isZero();
        bench.parts.reader.readNew();
        assertThat(bench.inbox()).hasSize(1);
    }

    @Test
    @DisplayName("after five passes an answer is given up and the mail flagged")
    void givenUp() throws Exception {
        for (int i = 0; i < 9; i++) bench.parts.sender.next.add(new Outcome.Later(null, "no", true));
        bench.write("", "help", "", null);
        for (int i = 0; i < 8; i++) {
            bench.bot.clock().advance(Duration.ofHours(1));
            bench.parts.reader.readNew();
        }
        assertThat(bench.parts.sender.next).hasSize(4);
        assertThat(bench.unread()).isZero();
        assertThat(bench.flagged()).isEqualTo(1);
    }

    @Test
    @DisplayName("a crash before the answer leaves has it answered later; one after that never doubles it")
    void crashes() throws Exception {
        bench.deliver("", "help", "", null);
        bench.parts.sender.beforeLeaving = InboxDialogueTest::die;
        killed();
        bench.parts.reader.readNew();
        assertThat(bench.inbox()).hasSize(1);

        bench.deliver("", "help", "", null);
        bench.parts.sender.afterLeaving = InboxDialogueTest::die;
        killed();
        bench.parts.reader.readNew();
        assertThat(bench.inbox()).hasSize(1);
        assertThat(bench.unread()).isZero();
    }

    /** Ends the process as far as the reader can tell: nothing catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private static void die() {
        throw new Killed();
    }

    private void killed() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> bench.parts.reader.readNew())
                .isInstanceOf(Killed.class);
        assertThat(bench.unread()).isEqualTo(1);
        bench.restart();
    }
}
