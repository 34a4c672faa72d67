package org.postbag.posts.text;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Chinese, Japanese and Korean encodings of a few words, too few for ICU's statistics: the encoding in which nearly every
 * character is one of the common ones, by the rows of its table that hold them.
 */
final class ShortAsianText {
    private static final double NEARLY_ALL = 0.8;
    private static final int MIN_CHARACTERS = 2;

    /** Fewer Hangul in a row than this could as well be the common rows of Chinese. */
    private static final int MIN_HANGUL = 4;

    private ShortAsianText() {}

    static Optional<Charset> guess(byte[] bytes) {
        Optional<String> japanese = kana(bytes, "windows-31j");
        if (japanese.isPresent()) return Optional.of(Charset.forName("windows-31j"));
        if (kana(bytes, "EUC-JP").isPresent()) return Optional.of(Charset.forName("EUC-JP"));
        double hangul = share(bytes, 0xb0, 0xc8, 0xa1, MIN_HANGUL);
        if (hangul == 1) return strict(bytes, "x-windows-949");
        double gb = share(bytes, 0xb0, 0xd7, 0xa1, MIN_CHARACTERS);
        double big5 = share(bytes, 0xa4, 0xc6, 0x40, MIN_CHARACTERS);
        if (Math.max(gb, big5) < NEARLY_ALL) return Optional.empty();
        List<String> order = gb >= big5 ? List.of("GB18030", "Big5") : List.of("Big5", "GB18030");
        return strict(bytes, order.get(0)).or(() -> strict(bytes, order.get(1)));
    }

    private static Optional<Charset> strict(byte[] bytes, String name) {
        Charset charset = Charset.forName(name);
        return Decoding.strict(bytes, 0, charset).map(any -> charset);
    }

    /** Japanese has its syllables between the ideographs, and hardly any of half width. */
    private static Optional<String> kana(byte[] bytes, String name) {
        return Decoding.strict(bytes, 0, Charset.forName(name)).filter(text -> {
            long wide = text.chars().filter(c -> c >= 0x80).count();
            long kana = text.chars().filter(c -> c > 0x3040 && c < 0x3100).count();
            long half = text.chars().filter(c -> c >= 0xff61 && c < 0xffa0).count();
            return wide >= MIN_CHARACTERS && kana * 5 >= wide && half * 10 <= wide;
        });
    }

    /** @return how many of the pairs of bytes begin in those rows; 0 when there are fewer pairs than {@code enough} */
    private static double share(byte[] bytes, int from, int to, int trail, int enough) {
        int common = 0;
        int all = 0;
        int i = 0;
        while (i < bytes.length) {
            int lead = bytes[i] & 0xff;
            i++;
            if (lead < 0x80) continue;
            int next = i < bytes.length ? bytes[i] & 0xff : 0;
            // Rows A1 to A3 are punctuation, which says nothing.
            boolean sign = lead >= 0xa1 && lead <= 0xa3 && next >= 0x40;
            if (!sign) all++;
            if (lead >= from && lead <= to && next >= trail) common++;
            i++;
        }
        return common < enough ? 0 : (double) common / all;
    }
}
