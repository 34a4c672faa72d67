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
}
