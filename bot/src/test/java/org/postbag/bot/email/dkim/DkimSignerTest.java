package org.postbag.bot.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.config.Config;

/** Signatures hold under another implementation of DKIM, and break where something was changed. */
final class DkimSignerTest {
    private static final String MAIL = String.join(
            "\r\n",
            "From: =?UTF-8?B?5pmo5oql?= <news@example.org>",
            "To: reader@example.com",
            "Subject: =?UTF-8?B?5LuK5aSp55qE5paw6Ze7?=",
            " and more",
            "Date: Sun, 22 Nov 2026 07:30:00 +0800",
            "Message-ID: <digest.1.x@example.org>",
            "Reply-To: news@example.org",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: 8bit",
            "List-Id: News <postbag.example.org>",
            "List-Unsubscribe: <https://example.org/unsubscribe/t>,",
            "\t<mailto:news@example.org?subject=unsubscribe>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "List-Post: NO",
            "Feedback-ID: digest:zh:postbag:example.org",
            "Auto-Submitted: auto-generated",
            "Precedence: bulk",
            "X-Other: not signed",
            "",
            "Hello  dear \t reader, ",
            "",
            "早上好。",
            ".",
            " ",
            "",
            "");

    @TempDir
    static Path folder;

    private static KeyPair pair;
    private static DkimSigner signer;

    @BeforeAll
    static void key() throws Exception {
        pair = rsa(2048);
        signer = signer(write("rsa.pem", "PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static Path write(String name, String label, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }

    private static DkimSigner signer(Path key) {
        return new DkimSigner(new Config.Dkim("example.org", "s1", key));
    }

    private static List<SignatureRecord> verify(DkimSigner by, String mail) throws IOException, FailException {
        DKIMVerifier verifier = new DKIMVerifier((options, selector, domain) -> {
            assertThat(selector + "._domainkey." + domain).isEqualTo(by.recordName());
            return List.of(by.recordValue());
        });
        return verifier.verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static String signed(String mail) {
        return new String(signer.sign(mail.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void another_implementation_agrees() throws Exception {
        String signed = signed(MAIL);
        assertThat(verify(signer, signed)).singleElement().satisfies(record -> {
            assertThat(record.getDToken()).hasToString("example.org");
            assertThat(record.getHeaders().stream().map(CharSequence::toString))
                    .contains("list-unsubscribe", "list-unsubscribe-post", "feedback-id", "message-id", "date")
                    .doesNotContain("x-other", "in-reply-to");
        });
        assertThat(signed).endsWith(MAIL).doesNotContain(" l=");
        assertThat(signed.lines().limit(20)).allMatch(line -> line.length() <= 100);
    }

    @Test
    void a_relay_that_folds_and_spaces_anew_does_no_harm() throws Exception {
        String signed = signed(MAIL);
        verify(
                signer,
                signed.replace("\r\n and more", " \t and\r\n\tmore").replace("dear \t reader, ", "dear reader,"));
        verify(signer, signed.replace("Subject:", "SUBJECT :") + "\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello | Hullo",
                "unsubscribe/t | unsubscribe/u",
                "One-Click | Two-Click",
                "digest.1 | digest.2",
                "07:30 | 07:31",
                "reader@example.com | other@example.com",
                "早上 | 晚上",
                "List-Post: NO | List-Post: YES"
            })
    void a_change_of_body_or_header_breaks_it(String from, String to) {
        String signed = signed(MAIL);
        assertThat(signed).contains(from);
        assertThatThrownBy(() -> verify(signer, signed.replace(from, to))).isInstanceOf(FailException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: evil@example.net", "Subject: Win!", "To: everybody@example.com"})
    void a_second_from_to_or_subject_breaks_it(String field) {
        String signed = signed(MAIL);
        assertThatThrownBy(() -> verify(signer, field + "\r\n" + signed)).isInstanceOf(FailException.class);
        assertThatThrownBy(() -> verify(signer, signed.replace("X-Other", field + "\r\nX-Other")))
                .isInstanceOf(FailException.class);
    }

    @Test
    void the_key_may_be_in_the_older_form() throws Exception {
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        DkimSigner older = signer(write("pkcs1.pem", "RSA PRIVATE KEY", pkcs1));
        assertThat(older.recordValue()).isEqualTo(signer.recordValue()).startsWith("v=DKIM1; k=rsa; p=MIIB");
        verify(older, new String(older.sign(MAIL.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    @Test
    void the_published_key_is_the_public_half() {
        assertThat(signer.recordValue())
                .isEqualTo("v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        assertThat(signer.recordName()).isEqualTo("s1._domainkey.example.org");
    }

    @Test
    void any_body_and_spacing_is_signed_as_it_will_be_checked() throws Exception {
        Random random = new Random(7);
        String[] pieces = {" ", "\t", "  ", "\r\n", "\r\n\r\n", "a", "bc", ".", "\r\n.", "\r\n ", "é", ":"};
        for (int i = 0; i < 150; i++) {
            // The verifier hashes a body of empty lines only as no standard says; ours has its own test.
            StringBuilder body = new StringBuilder("Hi");
            for (int n = random.nextInt(30); n > 0; n--) body.append(pieces[random.nextInt(pieces.length)]);
            String mail = "From: a@example.org\r\nSubject:" + " ".repeat(random.nextInt(3)) + "x \t y"
                    + (random.nextBoolean() ? "\r\n  z" : "") + " \r\n\r\n" + body + "\r\n";
            verify(signer, signed(mail));
        }
    }

    @Test
    void a_body_of_empty_lines_counts_as_none() {
        String hashOfNothing = "bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;";
        for (String body : List.of("", "\r\n", " \t\r\n\r\n", "  "))
            assertThat(signed("From: a@example.org\r\n\r\n" + body)).contains(hashOfNothing);
        assertThat(signed("From: a@example.org\r\n")).contains(hashOfNothing);
    }

    @Test
    void many_threads_may_sign_at_once() {
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> signed(MAIL.replace("Hello", "Hello " + i))))
                .allSatisfy(mail -> verify(signer, mail));
    }

    @Test
    void a_key_that_receivers_refuse_is_refused_here() throws Exception {
        Path small = write("small.pem", "PRIVATE KEY", rsa(512).getPrivate().getEncoded());
        assertThatThrownBy(() -> signer(small)).hasMessageContaining("512 bits").hasMessageContaining("2048");
    }
}
