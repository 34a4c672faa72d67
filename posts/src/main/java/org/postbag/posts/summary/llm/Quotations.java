package org.postbag.posts.summary.llm;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer quotes word by word: titles and speech in quotation marks, and names in katakana. */
final class Quotations {
    private static final Pattern QUOTED = Pattern.compile(
            "《([^》]{1,300})》|“([^”]{1,300})”|「([^」]{1,300})」|『([^』]{1,300})』|\"([^\"]{1,300})\"|«([^»]{1,300})»");
    private static final Pattern KATAKANA = Pattern.compile("[\\u30a1-\\u30fa\\u30fc]{2,}");

    private final String source;

    Quotations(String text) {
        source = letters(text);
    }

    /** The first quotation of {@code answer} whose letters do not stand so in the text. */
    Optional<String> stranger(String answer) {
        Matcher quoted = QUOTED.matcher(answer);
        while (quoted.find()) if (!source.contains(letters(quoted.group()))) return Optional.of(quoted.group());
        Matcher katakana = KATAKANA.matcher(Normalizer.normalize(answer, Normalizer.Form.NFKC));
        while (katakana.find()) if (!source.contains(letters(katakana.group()))) return Optional.of(katakana.group());
        return Optional.empty();
    }

    private static String letters(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}ー]+", "");
    }
}
