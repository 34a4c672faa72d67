package org.postbag.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.subscriptions.Bounce.Kind;
import org.postbag.subscriptions.Bounce.Origin;

class BounceTest {

    private static Bounce hard(String said) {
        return new Bounce(Kind.HARD, "5.1.1", said, Origin.REPORT);
    }

    @Test
    void theServersWordsAreKeptOnOneLineWithoutAddresses() {
        assertThat(hard("550 <reader@example.org>:\r\n  user\tunknown\u0000 (a@b)")
                        .said())
                .isEqualTo("550 (address): user unknown (address)");
        assertThat(hard("@ x@ @y \"a b\"@c").said()).isEqualTo("(address) (address) (address) \"a (address)");
        assertThat(hard("").said()).isEmpty();
    }

    @Test
    void longWordsAreCutButNotInsideACharacter() {
        assertThat(hard("😀".repeat(201)).said()).isEqualTo("😀".repeat(199) + "…");
        assertThat(hard("信".repeat(200)).said()).isEqualTo("信".repeat(200));
    }

    @Test
    void hostileWordsCostNoTime() {
        long begun = System.nanoTime();
        for (String part : new String[] {"a", "<", "@", "a@", " @<", "\u0000"})
            assertThat(hard(part.repeat(1_000_000)).said().length()).isLessThanOrEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5.1", "550", "3.1.1", "5.1.1234", "5.1.1 ", "5.1.1\nx", "٥.١.١"})
    void whatIsNoStatusCodeIsRefused(String status) {
        assertThatThrownBy(() -> new Bounce(Kind.HARD, status, "", Origin.SMTP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5.1.1");
    }

    @Test
    void theReasonNamesTheCodeAndTheWords() {
        assertThat(hard("user unknown").reason()).isEqualTo("bounced: 5.1.1 user unknown");
        assertThat(new Bounce(Kind.HARD, "", "", Origin.SMTP).reason()).isEqualTo("bounced");
        assertThat(new Bounce(Kind.SOFT, "4.2.2", "mailbox full", Origin.SMTP).reason())
                .isEqualTo("bounced again and again: 4.2.2 mailbox full");
        assertThat(new Bounce(Kind.COMPLAINT, "", "abuse", Origin.REPORT).reason())
                .isEqualTo("complained: abuse");
    }
}
