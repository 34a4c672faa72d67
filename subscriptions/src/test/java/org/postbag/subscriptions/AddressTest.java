package org.postbag.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "telegram:123456789, telegram:123456789",
        "telegram:-100123/7, telegram:-100123/7",
        "Telegram:5, telegram:5",
        "email:a@b.c, email:a@b.c",
        "email:First.Last+tag@Example.ORG, email:First.Last+tag@example.org",
        "EMAIL:x@localhost, email:x@localhost",
        "'  email:o''hara@example.org ', email:o'hara@example.org",
        "email:读者@例子.测试, ",
        "email:reader@bücher.example, email:reader@xn--bcher-kva.example",
        "email:reader@例子.测试, email:reader@xn--fsqu00a.xn--0zwm56d",
        "email:reader@例子。测试, email:reader@xn--fsqu00a.xn--0zwm56d",
    })
    void isReadAndWrittenBack(String written, String canonical) {
        if (canonical == null) {
            assertThatThrownBy(() -> Address.parse(written)).isInstanceOf(InvalidAddress.class);
            return;
        }
        Address address = Address.parse(written);
        assertThat(address).hasToString(canonical);
        assertThat(Address.parse(address.toString())).isEqualTo(address);
    }

    @Test
    void telegramAddressesHaveAChatAndPerhapsATopic() {
        assertThat(Address.parse("telegram:-100123/7")).isEqualTo(new TelegramAddress(-100123, 7));
        assertThat(Address.parse("telegram:5")).isEqualTo(new TelegramAddress(5, null));
        assertThat(Address.parse("telegram:5").channel()).isEqualTo("telegram");
        assertThat(Address.parse("telegram:-9007199254740991")).hasToString("telegram:-9007199254740991");
    }

    @Test
    void emailAddressesCompareWithoutRegardToCaseButKeepTheNameAsWritten() {
        EmailAddress upper = (EmailAddress) Address.parse("email:Anna@Example.org");
        EmailAddress lower = (EmailAddress) Address.parse("email:anna@example.org");
        assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower);
        assertThat(upper.name()).isEqualTo("Anna");
        assertThat(upper.mailbox()).isEqualTo("Anna@example.org");
        assertThat(upper.key()).isEqualTo("email:anna@example.org");
        assertThat(upper.channel()).isEqualTo("email");
        assertThat(upper).isNotEqualTo(Address.parse("email:hanna@example.org"));
        assertThat(upper.equals((Object) "email:anna@example.org")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telegram:",
                "telegram:0",
                "telegram:@channel",
                "telegram:1/0",
                "telegram:1/",
                "telegram:1/-3",
                "telegram:12345678901234567",
                "telegram:1/1234567890",
                "telegram: 1",
                "telegram:+1",
                "telegram:１",
                "email:",
                "email:a",
                "email:@b.c",
                "email:a@",
                "email:a@.c",
                "email:a@b..c",
                "email:a@b.",
                "email:a@-b.c",
                "email:a@b-.c",
                "email:.a@b.c",
                "email:a.@b.c",
                "email:a..b@b.c",
                "email:a b@c.d",
                "email:a@b_c.d",
                "email:a@[127.0.0.1]",
                "email:\"a b\"@c.d",
                "email:a@b.c\r\nBcc: x@y.z",
                "email:a\n@b.c",
                "email:a@b@c.d",
                "email:a@b/c",
                "",
                "reader@example.org",
                "sms:1",
                ":",
                "telegram"
            })
    void whatIsNoAddressIsRefusedWithAnExample(String written) {
        assertThatThrownBy(() -> Address.parse(written))
                .isInstanceOf(InvalidAddress.class)
                .hasMessageContaining("address '")
                .hasMessageContaining("write for example")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\r"));
    }

    @Test
    void theMessageSaysWhatIsWrong() {
        assertMessage("email:a", "there is no @ in it");
        assertMessage("email:a b@c.d", "the part before @ may hold");
        assertMessage("email:a@b c", "the part after @ is no host name");
        assertMessage("telegram:x", "the chat id must be a number");
        assertMessage("telegram:0", "the chat id must not be 0");
        assertMessage("telegram:1/0", "the thread id must be 1 or more");
        assertMessage("x", "it must start with 'telegram:' or 'email:'");
    }

    private static void assertMessage(String written, String part) {
        assertThatThrownBy(() -> Address.parse(written)).hasMessageContaining(part);
    }

    @Test
    void lengthsEndWhereTheStandardsEndThem() {
        String host = "h".repeat(63) + "." + "h".repeat(63) + "." + "h".repeat(61);
        assertThat(Address.parse("email:" + "n".repeat(64) + "@" + host).toString())
                .hasSize("email:".length() + 254);
        assertThatThrownBy(() -> Address.parse("email:" + "n".repeat(64) + "@" + host + "h"))
                .hasMessageContaining("longer than 254");
        assertThatThrownBy(() -> Address.parse("email:" + "n".repeat(65) + "@b.c"))
                .hasMessageContaining("longer than 64");
        assertThatThrownBy(() -> Address.parse("email:a@" + "h".repeat(64) + ".c"))
                .hasMessageContaining("no host name");
        assertThatThrownBy(() -> Address.parse("email:a@" + "h.".repeat(100_000) + "c"))
                .hasMessageContaining("no host name");
    }

    @Test
    void aHostileAddressDoesNotFloodTheMessage() {
        assertThatThrownBy(() -> Address.parse("x".repeat(1_000_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300).contains("x…'"));
        assertThatThrownBy(() -> Address.parse("x".repeat(80)))
                .satisfies(e -> assertThat(e.getMessage()).contains("x'").doesNotContain("…"));
        assertThatThrownBy(() -> Address.parse("a\u0007b")).hasMessageContaining("'a?b'");
    }
}
