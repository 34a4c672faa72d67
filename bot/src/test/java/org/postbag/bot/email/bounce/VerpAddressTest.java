package org.postbag.bot.email.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerpAddressTest {
    private static final VerpAddress VERP = Fixtures.VERP;

    @Test
    void whatIsMadeIsReadInAnyCaseAndNeverLongerThanALocalPartMayBe() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            long id = i < 10 ? i + 1 : i == 10 ? Long.MAX_VALUE : random.nextLong(1, Long.MAX_VALUE);
            String address = VERP.make(id);
            assertThat(address).startsWith("news+b." + id + ".").endsWith("@example.org");
            assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
            new InternetAddress(address, true);
            assertThat(VERP.read(address)).hasValue(id);
            assertThat(VERP.read("<" + address.toUpperCase(Locale.ROOT) + ">")).hasValue(id);
        }
    }

    @Test
    void anAddressThatWouldBeTooLongStaysPlain() {
        String local = "a-rather-long-name-for-a-daily-letter-of-news";
        VerpAddress verp = new VerpAddress(local + "@example.org", Fixtures.TOKENS::name);
        assertThat(verp.make(7)).hasSizeLessThanOrEqualTo(64 + "@example.org".length());
        assertThat(verp.make(Long.MAX_VALUE)).isEqualTo(local + "@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%s>",
                "rfc822; %s",
                "someone@example.net, \"A, B\" <%s> (comment)",
                "SRS0=x1=AB=example.org=%s",
                "prvs=0123456789=%s",
                "by mx (Postfix) id 1 for <%s>; Sun, 22 Nov 2026"
            })
    void isFoundWhereServersPutIt(String form) {
        assertThat(VERP.read(form.replace("%s", VERP.make(77)))).hasValue(77);
    }

    @Test
    void isReadWithAnotherHostOrMark() {
        String local = VERP.make(77).substring(0, VERP.make(77).indexOf('@'));
        assertThat(VERP.read(local + "@inner.mail.local")).hasValue(77);
        assertThat(VERP.read(local.replace('+', '-'))).hasValue(77);
        assertThat(VERP.read(local.replace('+', '='))).hasValue(77);
    }

    @Test
    void aFalseSignatureBeforeTheTrueOneDoesNotHideIt() {
        assertThat(VERP.read("news+b.1.aaaaaaaaaaaa@example.org " + VERP.make(77)))
                .hasValue(77);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news@example.org",
                "news+b.77@example.org",
                "news+b.77.@example.org",
                "news+b.77.aaaaaaaaaaaa@example.org",
                "news+b.0.aaaaaaaaaaaa@example.org",
                "news+b.99999999999999999999.aaaaaaaaaaaa@example.org",
                "news+b.9999999999999999999.aaaaaaaaaaaa@example.org",
                "news+b.-7.aaaaaaaaaaaa@example.org"
            })
    void whatIsNotSignedIsNothing(String address) {
        assertThat(VERP.read(address)).isEmpty();
    }

    @Test
    void aSignatureIsGoodForItsSubscriptionOnly() {
        String other = VERP.make(77).replace(".77.", ".78.");
        assertThat(VERP.read(other)).isEqualTo(OptionalLong.empty());
        assertThat(VERP.read(VERP.make(77).replace("@", "x@"))).isEmpty();
        VerpAddress elsewhere = new VerpAddress("news@example.org", text -> "anothersecretsname");
        assertThat(elsewhere.read(VERP.make(77))).isEmpty();
    }

    @Test
    void noAddressIsRefusedAtOnce() {
        assertThatThrownBy(() -> new VerpAddress("news", Fixtures.TOKENS::name))
                .hasMessageContaining("email.from")
                .hasMessageContaining("news");
    }
}
