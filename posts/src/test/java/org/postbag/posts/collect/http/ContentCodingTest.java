package org.postbag.posts.collect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that were damaged on the way. */
class ContentCodingTest {
    private static final int LIMIT = 5000;

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void aDamagedBodyIsEitherUnpackedWithinTheLimitOrRefused(String coding) throws Exception {
        Random random = new Random(7);
        byte[] whole = packed(coding, "Some text, and some more. ".repeat(100).getBytes(StandardCharsets.UTF_8));
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 10));
            for (int n = random.nextInt(4); n > 0 && damaged.length > 0; n--)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                assertThat(ContentCoding.decode(damaged, coding, LIMIT).length).isLessThanOrEqualTo(LIMIT + 1);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static byte[] packed(String coding, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream pack =
                coding.equals("gzip") ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
            pack.write(bytes);
        }
        return out.toByteArray();
    }
}
