package org.postbag.posts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells languages written in Latin letters apart by their commonest words and by letters that are theirs alone. */
final class LatinLanguages {
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            words("en", "the of and to in is that for it with as was on be by this are at from not you have an will"),
            words("de", "der die das und ist nicht mit von den zu ein eine für auf dem sich auch wird es im ich"),
            words("fr", "le la les des est une et dans pour que qui sur pas avec du au ce vous nous cette sont"),
            words("es", "el los las que una para con por es del se no como más su al lo está esta fue son"),
            words("pt", "o os que uma para com não por é do da em no na mais ao foi são você esta dos"),
            words("it", "il di che una per con non è del della sono in gli le nel alla questo ha anche si"),
            words("nl", "de het een en van is dat op te niet met voor zijn er aan ook deze wordt bij"),
            words("sv", "och att det som en är av för på med inte den har till ett om kan jag de var"),
            words("da", "og det at er en af til på med for ikke den der har som et vi kan jeg fra"),
            words("nb", "og det er på en av til som for med ikke har den jeg et vi kan fra ble ved"),
            words("fi", "ja on ei että se oli ovat myös kun mutta joka tai kuin hän sen ole voi tämä"),
            words("pl", "i w na z nie się że jest do to jak od przez dla oraz po który są został"),
            words("cs", "a je se na v že to s z pro jsou jako ale do byl který nebo od by také"),
            words("ro", "și în de la cu nu este pe care un o din mai că pentru sunt fost prin"),
            words("hu", "a az és hogy nem is egy van meg de ez volt csak már ha vagy mint kell"),
            words("tr", "ve bir bu için ile da de olarak çok daha olan gibi en kadar değil sonra ne"),
            words("id", "yang dan di untuk dengan ini dari pada tidak adalah itu dalam akan telah oleh ke juga"),
            words("vi", "và của là các có được trong cho không một với những này đã để người khi từ"),
            words("ca", "el la els les i que de una per amb és no del als aquest més com ha són"));

    private static final Map<String, String> LETTERS = Map.of(
            "vi", "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư",
            "pl", "ąęłńśźż",
            "cs", "ěřůťď",
            "tr", "ğış",
            "ro", "șță",
            "hu", "őű",
            "de", "ß",
            "pt", "ãõ",
            "es", "ñ¿¡");

    private final Map<String, List<String>> languagesOf = new HashMap<>();

    private final Map<Character, String> languageOf = new HashMap<>();

    LatinLanguages() {
        LETTERS.forEach((language, letters) -> {
            for (char letter : letters.toCharArray()) languageOf.put(letter, language);
        });
        WORDS.forEach((language, words) ->
                words.forEach(word -> languagesOf.merge(word, List.of(language), LatinLanguages::joined)));
    }

    private static List<String> joined(List<String> a, List<String> b) {
        return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
    }

    private static Map.Entry<String, List<String>> words(String language, String words) {
        return Map.entry(language, List.of(words.split(" ", -1)));
    }

    /** English when nothing speaks for another. */
    String detect(String text) {
        String s = text.toLowerCase(Locale.ROOT);
        Map<String, Double> scores = new HashMap<>();
        for (int start = 0; start < s.length(); ) {
            int end = start;
            while (end < s.length() && Character.isLetter(s.charAt(end))) end++;
            List<String> languages = languagesOf.getOrDefault(s.substring(start, end), List.of());
            for (String language : languages) scores.merge(language, 1.0 / languages.size(), Double::sum);
            start = end + 1;
        }
        for (int i = 0; i < s.length(); i++) {
            String language = s.charAt(i) < 0x80 ? null : languageOf.get(s.charAt(i));
            if (language != null) scores.merge(language, 0.5, Double::sum);
        }
        return scores.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(e -> e.getKey().equals("en") ? 1 : 0))
                .map(Map.Entry::getKey)
                .orElse("en");
    }
}
