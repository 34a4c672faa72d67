package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.digest.email.MailPart;

/** What is encoded in two pieces reads as if it had been one. */
class EncodedPartsTest {
    private static final List<String> WORDS = List.of(
            "芯片",
            "厂",
            "The river",
            " = ",
            ".",
            "\n.\n",
            "a line that ends with blanks   \n",
            "é",
            "😀",
            "\n",
            "https://e.org/?a=1&b=2 ");
    private final EncodedParts parts = new EncodedParts();

    private static String text(Random random, int words, boolean english) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++)
            text.append(english && random.nextInt(20) > 0 ? "plain words " : WORDS.get(random.nextInt(WORDS.size())));
        return text.toString();
    }

    private String decoded(MailPart part) throws Exception {
        EncodedParts.Part encoded = parts.of(part);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        encoded.writeTo(out);
        String wire = out.toString(StandardCharsets.US_ASCII);
        assertThat(wire.split("\r\n", -1)).allMatch(line -> line.length() <= 76).noneMatch(line -> line.contains("\n"));
        byte[] bytes = MimeUtility.decode(new ByteArrayInputStream(out.toByteArray()), encoded.encoding())
                .readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    @DisplayName("whatever is common and whatever is the reader's own, in either encoding")
    void anySplit() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            boolean english = random.nextBoolean();
            String common = random.nextInt(5) == 0 ? "" : text(random, random.nextInt(60), english) + "\n";
            MailPart part = new MailPart(common, text(random, random.nextInt(20), english));
            assertThat(decoded(part)).as("case %d", i).isEqualTo(part.whole());
            assertThat(decoded(part)).as("case %d again", i).isEqualTo(part.whole());
        }
    }

    @Test
    @DisplayName("mostly plain English can be read on the wire, Chinese is base64")
    void theShorterOne() {
        assertThat(parts.of(new MailPart("An English digest\n", "with 一 word")).encoding())
                .isEqualTo("quoted-printable");
        assertThat(parts.of(new MailPart("一封中文摘要\n", "with English words")).encoding())
                .isEqualTo("base64");
    }
}
