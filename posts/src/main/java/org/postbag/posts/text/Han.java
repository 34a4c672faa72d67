package org.postbag.posts.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Folds text so that forms a reader takes for the same compare equal: Traditional and Simplified characters, full and
 * half width, upper and lower case. For searching and comparing, never for showing.
 */
public final class Han {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9fff;
    private static final char ELLIPSIS = '…';
    /** Signs that NFKC leaves as they are. */
    private static final String PLAIN = "，。、“”‘’—–《》〈〉「」『』【】〔〕·•×÷±°€£©®";

    private static final BitSet IS_PLAIN = new BitSet();

    static {
        PLAIN.chars().forEach(IS_PLAIN::set);
    }

    /** Made from ICU's rules at the first use; the rules themselves are too slow to run over every text. */
    private static final class Simplified {
        static final char[] FORMS = forms();

        /** Characters that a Traditional one is simplified to. */
        static final BitSet ONLY = only(FORMS);

        private static BitSet only(char[] forms) {
            BitSet only = new BitSet(forms.length);
            for (int i = 0; i < forms.length; i++) if (forms[i] != FIRST + i) only.set(forms[i] - FIRST);
            return only;
        }

        private static char[] forms() {
            Transliterator rules = Transliterator.getInstance("Traditional-Simplified");
            StringBuilder all = new StringBuilder(2 * (LAST - FIRST + 1));
            // A line break between two characters keeps the rules for pairs of them out.
            for (char c = FIRST; c <= LAST; c++) all.append(c).append('\n');
            String simplified = rules.transliterate(all.toString());
            char[] forms = new char[LAST - FIRST + 1];
            for (int i = 0; i < forms.length; i++) forms[i] = simplified.charAt(2 * i);
            return forms;
        }
    }

    /** NFKC, lower case of the root locale, Simplified characters. */
    public String fold(String s) {
        return new String(folded(s));
    }

    /** The same as characters, for who goes through all of them. */
    char[] folded(String s) {
        char[] quick = quick(s.toCharArray());
        if (quick != null) return quick;
        return simplify(Normalizer.normalize(s, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .toCharArray());
    }

    /** The same for texts of ASCII, Han and the usual signs, without the cost of normalising; null for any other. */
    private static char @Nullable [] quick(char[] in) {
        char[] out = new char[in.length + 2 * ellipses(in)];
        int n = 0;
        for (char c : in) {
            if (c < 0x80) {
                out[n++] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            } else if (c >= 0x4e00 && c <= 0x9fff) {
                out[n++] = Simplified.FORMS[c - FIRST];
            } else if (c >= 0xff01 && c <= 0xff5e) {
                out[n++] = Character.toLowerCase((char) (c - 0xfee0));
            } else if (c == ELLIPSIS) {
                for (int dots = 0; dots < 3; dots++) out[n++] = '.';
            } else if (c == 0x3000) {
                out[n++] = ' ';
            } else if (IS_PLAIN.get(c)) {
                out[n++] = c;
            } else {
                return null;
            }
        }
        return out;
    }

    private static int ellipses(char[] in) {
        int count = 0;
        for (char c : in) if (c == ELLIPSIS) count++;
        return count;
    }

    /** Whether Chinese text is written in Traditional characters: more of them than of those only Simplified has. */
    public boolean looksTraditional(String s) {
        char[] forms = Simplified.FORMS;
        int traditional = 0;
        int simplified = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < FIRST || c > LAST) continue;
            if (forms[c - FIRST] != c) traditional++;
            else if (Simplified.ONLY.get(c - FIRST)) simplified++;
        }
        return traditional > simplified;
    }

    private static char[] simplify(char[] chars) {
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c >= FIRST && c <= LAST) chars[i] = Simplified.FORMS[c - FIRST];
        }
        return chars;
    }
}
