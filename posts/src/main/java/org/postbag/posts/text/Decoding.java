package org.postbag.posts.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Bytes to characters, strictly: how one sees that a declared encoding is not the real one. */
public final class Decoding {
    private Decoding() {}

    /** @return the text; empty when some byte cannot be of that encoding (a character cut off at the end is forgiven) */
    public static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 16);
        CoderResult result = decoder.decode(in, out, false);
        if (result.isError()) return Optional.empty();
        return Optional.of(out.flip().toString());
    }

    /** Every byte, those that mean nothing as U+FFFD. */
    public static String lenient(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    /**
     * @return how much of the text beyond ASCII is UTF-8: 1 when all is or there is none, 0 when nothing is; a character
     *     cut off at the end is forgiven
     */
    public static double utf8Share(byte[] bytes, int from) {
        int good = 0;
        int bad = 0;
        boolean cut = false;
        for (int i = from; i < bytes.length; ) {
            int lead = bytes[i] & 0xff;
            if (lead < 0x80) {
                i++;
                continue;
            }
            int length = lead >= 0xc2 && lead < 0xe0
                    ? 2
                    : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
            int have = 1;
            while (have < length && i + have < bytes.length && (bytes[i + have] & 0xc0) == 0x80) have++;
            if (length > 0 && have == length) good++;
            else if (length == 0 || i + have < bytes.length) bad++;
            else cut = true;
            i += Math.max(1, have);
        }
        if (bad > 0) return (double) good / (good + bad);
        return good > 0 || !cut ? 1 : 0;
    }
}
