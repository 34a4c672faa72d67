package org.postbag.bot.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.email.OutgoingMail;

/** TLS, whose certificate is trusted, and login. */
@Timeout(60)
final class ProtectionTest {
    @TempDir
    static Path folder;

    private static TestCertificate right;
    private static TestCertificate wrongName;

    private final MailSink sink = new MailSink();

    @BeforeAll
    static void certificates() throws Exception {
        right = TestCertificate.make(Files.createDirectory(folder.resolve("right")), "ip:127.0.0.1");
        wrongName = TestCertificate.make(Files.createDirectory(folder.resolve("wrong")), "dns:elsewhere.example");
    }

    @AfterEach
    void close() {
        sink.close();
    }

    private Outcome send(Config.Smtp server) {
        try (SmtpTransport transport = Mails.transport(server)) {
            OutgoingMail mail = Mails.to("r@example.com", ".dots\r\n".repeat(20_000));
            Outcome first = transport.send(mail, () -> true);
            if (first instanceof Outcome.Accepted)
                assertThat(transport.send(mail, () -> true)).isEqualTo(first);
            return first;
        }
    }

    private static void isAway(Outcome outcome, String because) {
        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Later.class))
                .satisfies(later -> assertThat(later.problem()).containsIgnoringCase(because));
    }

    @Test
    void starttls_with_a_trusted_certificate_and_the_right_name() {
        sink.tls = right.server();
        sink.extensions.add("STARTTLS");
        assertThat(send(sink.settings(Config.Tls.STARTTLS, right.pem(), null, null)))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(sink.received).hasSize(2).allMatch(mail -> mail.text().endsWith("\r\n.dots\r\n"));
        assertThat(sink.commands).contains("STARTTLS");
    }

    @Test
    void tls_from_the_start() {
        sink.tls = right.server();
        assertThat(send(sink.settings(Config.Tls.TLS, right.pem(), null, null))).isInstanceOf(Outcome.Accepted.class);
        assertThat(sink.received).hasSize(2);
    }

    @Test
    void a_server_without_starttls_gets_nothing_where_it_is_asked_for() {
        isAway(send(sink.settings(Config.Tls.STARTTLS, null, null, null)), "STARTTLS");
        assertThat(sink.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_certificate_nobody_trusts_or_for_another_name_is_refused(boolean fromTheStart) {
        if (!fromTheStart) sink.extensions.add("STARTTLS");
        Config.Tls protection = fromTheStart ? Config.Tls.TLS : Config.Tls.STARTTLS;
        sink.tls = right.server();
        isAway(send(sink.settings(protection, null, null, null)), "cannot be reached");
        sink.tls = wrongName.server();
        isAway(send(sink.settings(protection, wrongName.pem(), null, null)), "cannot be reached");
        assertThat(sink.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH PLAIN", "AUTH LOGIN", "AUTH PLAIN LOGIN"})
    void login(String offer) {
        sink.login = "news:pass=word";
        sink.extensions.add(offer);
        assertThat(send(sink.settings(Config.Tls.NONE, null, "news", "pass=word")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_server_that_offers_no_login_is_not_used_without_one() {
        isAway(send(sink.settings(Config.Tls.NONE, null, "news", "pass=word")), "offers no login");
        assertThat(sink.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void a_trust_file_that_is_none_is_named_at_once() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> new SmtpTransport(
                                List.of(sink.settings(Config.Tls.TLS, empty, null, null)), Clock.systemUTC())
                        .close())
                .hasMessageContaining("empty.pem")
                .hasMessageContaining("trust");
    }
}
