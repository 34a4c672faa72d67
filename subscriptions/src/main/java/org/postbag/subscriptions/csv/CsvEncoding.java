package org.postbag.subscriptions.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.EncodingGuess;

/**
 * The encoding of a CSV file: by its byte order mark, as UTF-16 by its zeros, else UTF-8 or, as spreadsheets in China
 * write it, GB18030. In the latter two no other character holds the bytes of a line break, so lines are told apart first
 * and decoded one by one: a damaged one is one line's damage.
 */
final class CsvEncoding {

    private static final int SAMPLE = 64 * 1024;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Gives text, or where {@link #candidates} are left, bytes that {@link #decode} turns into text. */
    final Reader reader;

    /** Until a line that is not ASCII decides. */
    private List<Charset> candidates;

    CsvEncoding(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, SAMPLE);
        buffered.mark(SAMPLE);
        byte[] sample = buffered.readNBytes(SAMPLE);
        buffered.reset();
        Optional<EncodingGuess.Mark> mark = EncodingGuess.Mark.of(sample);
        if (mark.isPresent()) buffered.skipNBytes(mark.get().length());
        Charset sure = mark.map(EncodingGuess.Mark::charset)
                .or(() -> EncodingGuess.wide(sample))
                .orElse(null);
        boolean lines = sure == null || sure.equals(StandardCharsets.UTF_8);
        reader = new InputStreamReader(buffered, lines || sure == null ? StandardCharsets.ISO_8859_1 : sure);
        candidates = !lines ? List.of() : sure != null ? List.of(sure) : vote(sample);
    }

    /** What most lines of the beginning speak for; both, UTF-8 first, while none speaks. */
    private static List<Charset> vote(byte[] sample) {
        int utf8 = 0;
        int other = 0;
        int start = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] != '\n' && sample[i] != '\r') continue;
            if (!isAscii(sample, start, i)) {
                if (strict(ByteBuffer.wrap(sample, start, i - start), StandardCharsets.UTF_8) != null) utf8++;
                else other++;
            }
            start = i + 1;
        }
        if (utf8 == 0 && other == 0) return List.of(StandardCharsets.UTF_8, GB18030);
        return List.of(utf8 >= other ? StandardCharsets.UTF_8 : GB18030);
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) if (bytes[i] < 0) return false;
        return true;
    }

    /** @return null when the line is damaged */
    @Nullable
    String decode(String read) {
        if (candidates.isEmpty() || read.chars().allMatch(c -> c < 0x80)) return read;
        for (Charset charset : candidates) {
            String text = strict(ByteBuffer.wrap(read.getBytes(StandardCharsets.ISO_8859_1)), charset);
            if (text == null) continue;
            candidates = List.of(charset);
            return text;
        }
        return null;
    }

    /** What a damaged line should have been. */
    String expected() {
        return candidates.size() == 1 ? candidates.get(0).name() : "UTF-8 or GB18030";
    }

    private static @Nullable String strict(ByteBuffer bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException damaged) {
            return null;
        }
    }
}
