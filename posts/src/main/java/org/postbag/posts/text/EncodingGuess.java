package org.postbag.posts.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The encoding of bytes that do not say it, or say it wrongly: byte order mark, the zeros of UTF-16 and UTF-32, UTF-8 by
 * its strict form, the rest by ICU's statistics of language.
 */
public final class EncodingGuess {
    private static final int SAMPLE = 64 * 1024;

    /** Below this ICU's best match is no better than the fallback. */
    private static final int MIN_CONFIDENCE = 30;

    private EncodingGuess() {}

    /** @param fallback what it is when nothing in the bytes speaks for an encoding */
    public static Charset guess(byte[] bytes, Charset fallback) {
        Optional<Mark> mark = Mark.of(bytes);
        if (mark.isPresent()) return mark.get().charset();
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) return wide.get();
        if (Utf8Check.of(bytes).share() > 0.9) return StandardCharsets.UTF_8;
        return byLanguage(bytes).or(() -> ShortAsianText.guess(bytes)).orElse(fallback);
    }

    /** A byte order mark (Unicode standard, section 23.8). */
    public record Mark(Charset charset, int length) {
        public static Optional<Mark> of(byte[] b) {
            if (starts(b, 0x00, 0x00, 0xfe, 0xff)) return Optional.of(new Mark(Charset.forName("UTF-32BE"), 4));
            if (starts(b, 0xff, 0xfe, 0x00, 0x00)) return Optional.of(new Mark(Charset.forName("UTF-32LE"), 4));
            if (starts(b, 0xef, 0xbb, 0xbf)) return Optional.of(new Mark(StandardCharsets.UTF_8, 3));
            if (starts(b, 0xfe, 0xff)) return Optional.of(new Mark(StandardCharsets.UTF_16BE, 2));
            if (starts(b, 0xff, 0xfe)) return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... start) {
        if (bytes.length < start.length) return false;
        for (int i = 0; i < start.length; i++) if ((bytes[i] & 0xff) != start[i]) return false;
        return true;
    }

    /** UTF-16 or UTF-32 without a mark, by where the zeros of its markup stand. */
    public static Optional<Charset> wide(byte[] bytes) {
        int length = Math.min(bytes.length, 4096) & ~3;
        if (length < 4) return Optional.empty();
        int[] zeros = new int[4];
        for (int i = 0; i < length; i++) if (bytes[i] == 0) zeros[i & 3]++;
        int rows = length / 4;
        if (zeros[0] == rows && zeros[1] == rows) return Optional.of(Charset.forName("UTF-32BE"));
        if (zeros[3] == rows && zeros[2] == rows) return Optional.of(Charset.forName("UTF-32LE"));
        int even = zeros[0] + zeros[2];
        int odd = zeros[1] + zeros[3];
        if (even > 4 * odd && even * 5 > length) return Optional.of(StandardCharsets.UTF_16BE);
        if (odd > 4 * even && odd * 5 > length) return Optional.of(StandardCharsets.UTF_16LE);
        return Optional.empty();
    }

    /** The words of the beginning; tags would count as English ones. */
    private static byte[] withoutTags(byte[] bytes) {
        byte[] words = new byte[Math.min(bytes.length, SAMPLE)];
        int length = 0;
        boolean tag = false;
        for (int i = 0; i < bytes.length && length < words.length; i++) {
            byte b = bytes[i];
            byte next = i + 1 < bytes.length ? bytes[i + 1] : 0;
            if (b == '<' && (next == '/' || next == '?' || (next >= 'A' && next <= 'z'))) tag = true;
            if (!tag) words[length++] = b;
            if (b == '>') tag = false;
        }
        return length == 0 ? bytes : Arrays.copyOf(words, length);
    }

    private static Optional<Charset> byLanguage(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(withoutTags(bytes));
        for (CharsetMatch match : detector.detectAll()) {
            if (match.getConfidence() < MIN_CONFIDENCE) break;
            if (match.getName().startsWith("UTF-") || match.getName().startsWith("IBM")) continue;
            List<Charset> meant = CharsetNames.meant(match.getName());
            for (Charset charset : meant)
                if (Decoding.strict(bytes, 0, charset).isPresent()) return Optional.of(charset);
        }
        return Optional.empty();
    }
}
