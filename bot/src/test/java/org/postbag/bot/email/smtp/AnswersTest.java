package org.postbag.bot.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.email.OutgoingMail;
import org.postbag.subscriptions.Bounce;

/** What a server's answers mean for a mail. */
final class AnswersTest {
    private MailSink sink;
    private SmtpTransport transport;

    @BeforeEach
    void open() {
        sink = new MailSink();
        transport = Mails.transport(sink.settings(2, 100));
    }

    @AfterEach
    void close() {
        transport.close();
        sink.close();
        assertThat(sink.violations).isEmpty();
    }

    private Outcome send(String recipient) {
        return transport.send(Mails.to(recipient), () -> true);
    }

    private void answer(Moment moment, Act act) {
        sink.behaviour = (at, connection, argument) -> at == moment ? act : new Act.Agree();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_mail_arrives_as_it_was_written_with_its_envelope(boolean pipelining) {
        if (!pipelining) sink.extensions.remove("PIPELINING");
        OutgoingMail mail = Mails.to("reader@example.com", ".\r\n..two\r\n.three\r\nfour.\r\n\r\n.");
        assertThat(transport.send(mail, () -> true)).isEqualTo(new Outcome.Accepted("<digest.1.x@example.org>"));
        assertThat(sink.received).singleElement().satisfies(received -> {
            assertThat(received.sender()).isEqualTo("news+b.7.sig@example.org");
            assertThat(received.recipient()).isEqualTo("reader@example.com");
            assertThat(received.text()).isEqualTo(new String(mail.bytes(), StandardCharsets.UTF_8) + "\r\n");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"MAIL", "RCPT", "DATA", "END"})
    void a_temporary_refusal_is_tried_later_and_the_connection_stays(Moment moment) {
        for (boolean pipelining : new boolean[] {false, true}) {
            if (!pipelining) sink.extensions.remove("PIPELINING");
            else sink.extensions.add("PIPELINING");
            answer(moment, new Act.Say("450 4.2.0 <a@example.com> is busy, ask x@example.com"));
            assertThat(send("a@example.com")).isInstanceOfSatisfying(Outcome.Later.class, later -> {
                assertThat(later.attempt()).isTrue();
                assertThat(later.after()).isNull();
                assertThat(later.problem())
                        .contains("said 450 4.2.0")
                        .contains("is busy")
                        .doesNotContain("a@ex", "x@ex");
            });
            sink.behaviour = Behaviour.GOOD;
            assertThat(send("b@example.com")).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(sink.recipients()).containsExactly("b@example.com", "b@example.com");
        assertThat(sink.connections).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"RCPT", "DATA", "END"})
    void a_server_that_goes_away_is_tried_later_on_a_new_connection(Moment moment) {
        answer(moment, new Act.SayAndCut("421 4.3.2 shutting down"));
        assertThat(send("a@example.com"))
                .isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.attempt())
                        .isTrue());
        sink.behaviour = Behaviour.GOOD;
        assertThat(send("b@example.com")).isInstanceOf(Outcome.Accepted.class);
        assertThat(sink.connections).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 unknown, HARD, 5.1.1",
        "550 no such user, HARD, ''",
        "551 moved, HARD, ''",
        "553 not allowed, HARD, ''",
        "550 5.2.1 disabled, HARD, 5.2.1",
        "554 5.1.2 no such host, HARD, 5.1.2",
        "552 5.2.2 full, SOFT, 5.2.2",
        "552 full, SOFT, ''",
        "550 5.7.1 spam, SOFT, 5.7.1",
        "550 5.4.1 routing, SOFT, 5.4.1",
        "554 5.3.0 system, SOFT, 5.3.0",
        "554 transaction failed, SOFT, ''"
    })
    void a_refused_recipient_is_a_bounce_of_its_kind(String line, Bounce.Kind kind, String status) {
        answer(Moment.RCPT, new Act.Say(line));
        assertThat(send("a@example.com")).isInstanceOfSatisfying(Outcome.Bounced.class, bounced -> {
            assertThat(bounced.bounce().kind()).isEqualTo(kind);
            assertThat(bounced.bounce().status()).isEqualTo(status);
            assertThat(bounced.bounce().origin()).isEqualTo(Bounce.Origin.SMTP);
        });
    }

    @Test
    void a_mail_refused_for_what_is_in_it_is_a_soft_bounce() {
        answer(Moment.END, new Act.Say("550-we do not want this,\r\n550 and <you@example.com> know why"));
        assertThat(send("a@example.com"))
                .isEqualTo(new Outcome.Bounced(new Bounce(
                        Bounce.Kind.SOFT, "", "550 we do not want this, and <…> know why", Bounce.Origin.SMTP)));
    }

    @Test
    void words_of_a_server_are_bounded() {
        answer(Moment.RCPT, new Act.Say("550 5.1.1 " + "no ".repeat(3000)));
        assertThat(((Outcome.Bounced) send("a@example.com")).bounce().said()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void an_answer_without_end_breaks_the_connection_and_not_the_program() {
        answer(Moment.MAIL, new Act.Say("250-more\r\n".repeat(100_000) + "250 at last"));
        assertThat(send("a@example.com"))
                .isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.problem())
                        .contains("does not end"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"MAIL", "RCPT"})
    void a_refused_sender_is_replaced_by_the_plain_one_and_that_is_remembered(Moment moment) {
        AtomicInteger refusals = new AtomicInteger();
        sink.behaviour = (at, connection, argument) -> {
            boolean special = sink.commands.stream()
                    .filter(command -> command.startsWith("MAIL"))
                    .reduce((earlier, later) -> later)
                    .orElse("")
                    .contains("+b.");
            if (at != moment || !special) return new Act.Agree();
            refusals.incrementAndGet();
            return new Act.Say("553 5.7.1 Sender address rejected: not owned by user");
        };
        assertThat(send("a@example.com")).isInstanceOf(Outcome.Accepted.class);
        assertThat(send("b@example.com")).isInstanceOf(Outcome.Accepted.class);
        assertThat(sink.received).extracting(Received::sender).containsOnly("news@example.org");
        assertThat(refusals).hasValue(1);
        assertThat(sink.connections).hasValue(1);
    }

    @Test
    void a_server_that_refuses_both_senders_says_what_to_check() {
        answer(Moment.MAIL, new Act.Say("550 5.7.1 you are nobody"));
        assertThat(send("a@example.com"))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.problem())
                        .contains("email.from")
                        .contains("550 5.7.1"));
    }

    @Test
    void a_mail_that_is_too_big_is_not_its_readers_fault() {
        answer(Moment.MAIL, new Act.Say("552 5.3.4 too big"));
        assertThat(send("a@example.com"))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.problem())
                        .contains("size"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"MAIL", "RCPT", "DATA", "BODY"})
    void a_cut_before_the_mails_end_is_tried_later(Moment moment) {
        answer(moment, new Act.Cut());
        OutgoingMail big = Mails.to("a@example.com", "0123456789abcdef\r\n".repeat(500_000));
        assertThat(transport.send(big, () -> true))
                .isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.attempt())
                        .isTrue());
        assertThat(sink.received).isEmpty();
    }

    @Test
    void a_cut_after_the_mails_end_is_uncertain_whether_it_was_taken_or_not() {
        answer(Moment.END, new Act.Cut());
        assertThat(send("a@example.com")).isInstanceOf(Outcome.Uncertain.class);
        answer(Moment.END, new Act.TakeAndCut());
        assertThat(send("b@example.com")).isInstanceOf(Outcome.Uncertain.class);
        assertThat(sink.recipients()).containsExactly("b@example.com");
    }

    @Test
    void nonsense_after_the_mails_end_is_uncertain() {
        answer(Moment.END, new Act.Say("what do you mean"));
        assertThat(send("a@example.com")).isInstanceOf(Outcome.Uncertain.class);
        answer(Moment.END, new Act.Say("354 more?"));
        assertThat(send("b@example.com")).isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void a_mail_that_may_not_leave_any_more_does_not() {
        assertThat(transport.send(Mails.to("a@example.com"), () -> false))
                .isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.attempt())
                        .isFalse());
        assertThat(sink.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void an_address_outside_ascii_is_refused_where_the_server_does_not_know_them() {
        assertThat(send("读者@example.com"))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.problem())
                        .contains("SMTPUTF8"));
    }

    @Test
    void an_address_outside_ascii_is_written_in_utf8_where_the_server_knows_them() {
        sink.extensions.add("SMTPUTF8");
        assertThat(send("读者@example.com")).isInstanceOf(Outcome.Accepted.class);
        assertThat(sink.recipients()).containsExactly("读者@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b> RCPT TO:<c@d", "a@b\r\nRSET", "a b@c", ""})
    void an_address_cannot_smuggle_commands(String address) {
        assertThat(send(address)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\r\n", "a\r\n.\n", "a\rb\r\n", "a\r"})
    void a_mail_with_a_broken_line_end_is_refused_and_not_read_differently_by_others(String body) {
        assertThat(transport.send(Mails.to("a@example.com", body), () -> true)).isInstanceOf(Outcome.Refused.class);
    }
}
