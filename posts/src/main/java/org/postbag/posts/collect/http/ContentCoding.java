package org.postbag.posts.collect.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a body (RFC 9110, section 8.4): gzip, and deflate both as the standard has it and as servers send it. */
final class ContentCoding {
    /** What requests offer to take. */
    static final String OFFER = "gzip, deflate";

    /** Not codings, but written as such. */
    private static final List<String> NOTHING = List.of("", "identity", "none", "utf-8", "binary", "8bit");

    private static final int MOST_CODINGS = 3;

    private ContentCoding() {}

    /** It is packed in a way that was not offered. */
    static final class Unknown extends IOException {
        private static final long serialVersionUID = 1;

        Unknown(String coding) {
            super(coding);
        }
    }

    /**
     * @param codings the header's value, the coding applied last at the end
     * @param limit most bytes wanted
     * @return the body unpacked; longer than {@code limit}, though not by how much, when it would be
     * @throws IOException when it is cut off or damaged
     */
    static byte[] decode(byte[] body, @Nullable String codings, long limit) throws IOException {
        List<String> all = codings == null
                ? List.of()
                : Arrays.stream(codings.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .filter(coding -> !NOTHING.contains(coding))
                        .toList();
        if (all.size() > MOST_CODINGS) throw new Unknown("several codings at once");
        byte[] decoded = body;
        for (int i = all.size() - 1; i >= 0 && decoded.length <= limit; i--)
            decoded = decodeOne(decoded, all.get(i), limit);
        return decoded;
    }

    private static byte[] decodeOne(byte[] body, String coding, long limit) throws IOException {
        if (body.length == 0) return body;
        return switch (coding) {
            // Some servers name the coding and send the plain body.
            case "gzip", "x-gzip" -> isGzip(body) ? read(new GZIPInputStream(bytes(body)), limit) : body;
            case "deflate" -> inflated(body, limit);
            default -> throw new Unknown(coding.substring(0, Math.min(coding.length(), 40)));
        };
    }

    private static byte[] inflated(byte[] body, long limit) throws IOException {
        Inflater inflater = new Inflater(!isZlib(body));
        try {
            return read(new InflaterInputStream(bytes(body), inflater), limit);
        } finally {
            inflater.end();
        }
    }

    private static InputStream bytes(byte[] body) {
        return new ByteArrayInputStream(body);
    }

    private static byte[] read(InputStream in, long limit) throws IOException {
        try (in) {
            return in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
        }
    }

    private static boolean isGzip(byte[] body) {
        return body.length >= 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    }

    /** RFC 1950: the method is 8, and the first two bytes are a multiple of 31. */
    private static boolean isZlib(byte[] body) {
        return body.length >= 2 && (body[0] & 0x0f) == 8 && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
    }
}
