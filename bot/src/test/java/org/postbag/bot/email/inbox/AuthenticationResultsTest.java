package org.postbag.bot.email.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.subscriptions.EmailAddress;

class AuthenticationResultsTest {
    private static final EmailAddress READER = new EmailAddress("reader", "mail.example.com");
    private static final Alignment ALIGNMENT = new Alignment(Set.of("MX.example.org", ".example.net"));

    private static boolean aligned(String... headers) {
        return ALIGNMENT.isAligned(List.of(headers), READER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.example.org; dmarc=pass header.from=mail.example.com",
                "mx.example.org 1; dmarc=pass (p=none dis=none) header.from=Mail.Example.COM",
                "MX.EXAMPLE.ORG;\r\n\tspf=fail smtp.mailfrom=x@evil.example;\r\n\tdkim=pass (2048-bit key; unprotected) header.d=example.com header.i=@example.com header.b=\"a=b;c\"",
                "mx.example.org; dkim=fail header.d=mail.example.com; dkim=pass header.i=@mail.example.com header.s=s1 header.b=2Kd0aT==",
                "mx.example.org; spf=pass (sender \\(ok\\) (nested; dmarc=fail)) smtp.mailfrom=\"a; b\"@mail.example.com",
                "mx.example.org; dkim/1 = pass reason=\"good ; signature\" header.d = mail.example.com",
                "a.b.example.net; spf=pass smtp.mailfrom=bounces@example.com",
                "(comment) mx.example.org (one more); auth=pass; dmarc=pass header.from=mail.example.com"
            })
    @DisplayName("the domain vouches by DMARC, or by an aligned DKIM signature or envelope")
    void vouches(String header) {
        assertThat(aligned(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "mx.example.org",
                "mx.example.org; none",
                "example.net; dmarc=pass header.from=mail.example.com",
                "mx.example.org.evil.example; dmarc=pass header.from=mail.example.com",
                "mx.example.org; dmarc=fail header.from=mail.example.com",
                "mx.example.org; dmarc=pass",
                "mx.example.org; dmarc=pass header.from=example.com",
                "mx.example.org; dkim=pass header.d=com",
                "mx.example.org; dkim=pass header.d=other.example.com",
                "mx.example.org; dkim=pass header.d=ample.com",
                "mx.example.org; spf=pass smtp.helo=mail.example.com",
                "mx.example.org; spf=softfail smtp.mailfrom=mail.example.com",
                "mx.example.org; x=y (dmarc=pass header.from=mail.example.com)",
                "mx.example.org; x=\"; dmarc=pass header.from=mail.example.com\"",
                "mx.example.org (; dmarc=pass header.from=mail.example.com",
                "dmarc=pass header.from=mail.example.com; mx.example.org"
            })
    @DisplayName("anything else does not")
    void doesNot(String header) {
        assertThat(aligned(header)).isFalse();
    }

    @Test
    @DisplayName("only the topmost header counts: what stands below may have come with the mail")
    void topmost() {
        String good = "mx.example.org; dmarc=pass header.from=mail.example.com";
        assertThat(aligned(good, "mx.example.org; dmarc=fail")).isTrue();
        assertThat(aligned("mx.example.org; dmarc=fail header.from=mail.example.com", good))
                .isFalse();
        assertThat(aligned("elsewhere.example; none", good)).isFalse();
        assertThat(aligned()).isFalse();
    }

    @Test
    @DisplayName("domains below a public suffix are strangers to each other")
    void publicSuffixes() {
        EmailAddress reader = new EmailAddress("a", "one.github.io");
        assertThat(ALIGNMENT.isAligned(List.of("mx.example.org; dkim=pass header.d=github.io"), reader))
                .isFalse();
        EmailAddress british = new EmailAddress("a", "news.bbc.co.uk");
        assertThat(ALIGNMENT.isAligned(List.of("mx.example.org; dkim=pass header.d=co.uk"), british))
                .isFalse();
        assertThat(ALIGNMENT.isAligned(List.of("mx.example.org; dkim=pass header.d=bbc.co.uk"), british))
                .isTrue();
    }

    @Test
    @DisplayName("trusted where nothing is configured: the mail host and the sender's domain, no name everybody has")
    void usual() {
        assertThat(Alignment.usual("imap.example.net", "news@example.org"))
                .containsExactlyInAnyOrder("imap.example.net", "example.org", ".example.org");
        assertThat(Alignment.usual("127.0.0.1", "news@example.org")).doesNotContain("127.0.0.1");
        assertThat(Alignment.usual("localhost", "news@example.org")).doesNotContain("localhost");
    }

    @Test
    @DisplayName("any text is read in a moment, without a fault, and from another's mouth proves nothing")
    void anything() {
        Random random = new Random(5);
        String letters = "mx.example.org;=\"\\() \r\n\tdkim=pass/dmarc1header.dfrom";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder();
                int length = random.nextInt(200);
                for (int n = 0; n < length; n++) text.append(letters.charAt(random.nextInt(letters.length())));
                AuthenticationResults.parse(text.toString())
                        .ifPresent(parsed -> assertThat(parsed.server()).isNotEmpty());
                assertThat(aligned("evil.example; " + text)).isFalse();
            }
            for (String repeated : List.of("(", "\"", ";", "=", "a=b;", "(\\", "a ", "\u0000="))
                AuthenticationResults.parse("mx.example.org; " + repeated.repeat(500_000));
        });
    }
}
