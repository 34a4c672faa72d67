package org.postbag.bot.email.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnquotedTextTest {
    @Test
    @DisplayName("lines that say something, without invisible letters, five at most")
    void lines() {
        assertThat(UnquotedText.lines("\n\u200b \u00a0\n\ufeff3\u200b\n\u3000四\n5\n6\n7\n8"))
                .containsExactly("3", "四", "5", "6", "7");
    }

    @Test
    @DisplayName("what stands below a marked quote is said, what stands in it is not")
    void bottom() {
        assertThat(UnquotedText.lines("On Monday, A wrote:\n> stop\n> stop\n\n3\n"))
                .containsExactly("3");
        assertThat(UnquotedText.lines("On Monday, A wrote:\nstop\n")).isEmpty();
        assertThat(UnquotedText.lines("On Monday I was away\n3\n")).containsExactly("On Monday I was away", "3");
    }

    @Test
    @DisplayName("a command in any quote is never seen, whatever stands around it")
    void neverQuoted() {
        Random random = new Random(7);
        List<String> before = List.of("", "3", "谢谢", "Hi,", "Sent from my iPhone", "发自我的iPhone");
        List<String> quotes = List.of(
                "On Mon, Nov 16, 2026, A <a@b.example> wrote:\nQUOTED",
                "在 2026年11月16日，A 写道：\nQUOTED",
                "> QUOTED\n> QUOTED",
                "-----Original Message-----\nQUOTED",
                "------------------ 原始邮件 ------------------\nQUOTED",
                "发件人: A\n发送时间: 今天\nQUOTED",
                "From: A\nSent: today\nQUOTED",
                "________________________________\nQUOTED",
                "-- \nQUOTED",
                "Begin forwarded message:\nQUOTED");
        for (int i = 0; i < 2000; i++) {
            String text = before.get(random.nextInt(before.size()))
                    + "\n".repeat(1 + random.nextInt(3))
                    + quotes.get(random.nextInt(quotes.size()))
                    + "\nQUOTED".repeat(random.nextInt(3)).replace("\nQUOTED", "\n> QUOTED");
            assertThat(UnquotedText.lines(text)).as(text).noneMatch(line -> line.contains("QUOTED"));
        }
    }

    @Test
    @DisplayName("any text is read in a moment, without a fault, into few and short lines")
    void anything() {
        Random random = new Random(3);
        String letters = "On wrote:写道：>-_|= 发件人From\n\r\u00a0\ud83d3,";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder();
                int length = random.nextInt(300);
                for (int n = 0; n < length; n++) text.append(letters.charAt(random.nextInt(letters.length())));
                List<String> lines = UnquotedText.lines(text.toString());
                assertThat(lines).hasSizeLessThanOrEqualTo(UnquotedText.LINES).allMatch(line -> line.length() <= 1000);
            }
            for (String repeated : List.of("On ", "On \n", "-", "- ", "> ", "|", "写道：\n", "Sent from ", "_", "在 1"))
                UnquotedText.lines(repeated.repeat(100_000));
        });
    }
}
