package org.postbag.posts.summary.llm;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text in scripts that have capitals. A capitalised word of an answer must be one of them, in whatever
 * case; a small difference of ending (Russia, Russian) and an acronym of capitalised words (World Health Organization,
 * WHO) are granted. At the start of a sentence, a common word is granted too.
 */
final class LatinNames {
    private static final String LETTER = "[\\p{Lu}\\p{Ll}\\p{Lt}&&[^\\u3040-\\u30ff]]";
    private static final Pattern WORD = Pattern.compile(LETTER + "[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Mn}\\p{Nd}]*(?:[-'’.&]"
            + LETTER + "?[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Mn}\\p{Nd}]+){0,8}");
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{Mn}.'’-]{0,40}+";
    private static final Pattern CAPITALS =
            Pattern.compile(CAPITAL + "(?:\\s{1,3}(?:(?:of|the|and|for|de|&)\\s{1,3}){0,2}" + CAPITAL + "){1,7}");
    private static final String STOPS = ".!?:;…。！？：；\n";
    private static final String OPENERS = "\"'“‘«([（【";
    private static final List<String> ENDINGS =
            List.of("ians", "ian", "ans", "an", "ese", "ish", "es", "s", "i", "a", "e", "y");
    private static final int LEAST_STEM = 4;
    private static final Set<String> ORDINARY = WordList.read("ordinary-en.txt");
    /** Written after a number in every language. */
    private static final Set<String> UNITS = Set.of(
            "km", "m", "cm", "mm", "kg", "g", "mg", "t", "l", "ml", "gb", "mb", "tb", "kb", "ghz", "mhz", "hz", "kw",
            "mw", "gw", "kwh", "mah", "nm", "k", "p", "usd");

    private final Set<String> words = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<String> acronyms = new HashSet<>();

    LatinNames(String text) {
        String normal = normal(text);
        Matcher word = WORD.matcher(normal);
        while (word.find()) {
            String found = key(word.group());
            words.add(found);
            for (String part : found.split("-", 0)) {
                words.add(part);
                addStems(stems, part);
            }
        }
        Matcher capitals = CAPITALS.matcher(normal);
        while (capitals.find()) acronyms(capitals.group());
    }

    private void acronyms(String run) {
        StringBuilder initials = new StringBuilder();
        for (String word : run.strip().split("\\s+", 0))
            if (Character.isUpperCase(word.codePointAt(0))) initials.append(Character.toLowerCase(word.charAt(0)));
        for (int start = 0; start < initials.length(); start++)
            for (int end = start + 2; end <= initials.length(); end++) acronyms.add(initials.substring(start, end));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * The first name of {@code answer} that is not in the text.
     *
     * @param foreign the answer is CJK, so that every other word in it is a name
     */
    Optional<String> stranger(String answer, boolean foreign, Figures figures) {
        String normal = normal(answer);
        Matcher word = WORD.matcher(normal);
        while (word.find()) {
            String found = word.group();
            boolean capital = found.codePoints().anyMatch(Character::isUpperCase);
            boolean name = capital || (foreign && found.length() > 1);
            if (!name || isKnown(found) || isUnit(normal, word.start(), found)) continue;
            String key = key(found);
            if (figures.hasMonth(key) || (startsSentence(normal, word.start()) && ORDINARY.contains(key))) continue;
            return Optional.of(found);
        }
        return Optional.empty();
    }

    /** How many of the answer's longer words are the text's, and how many there are. */
    int[] overlap(String answer) {
        int known = 0;
        int all = 0;
        Matcher word = WORD.matcher(normal(answer));
        while (word.find()) {
            String key = key(word.group());
            if (key.length() < LEAST_STEM || ORDINARY.contains(key)) continue;
            all++;
            if (isKnown(word.group())) known++;
        }
        return new int[] {known, all};
    }

    private boolean isKnown(String word) {
        String key = key(word);
        if (words.contains(key) || sharesStem(key)) return true;
        if (word.equals(word.toUpperCase(Locale.ROOT)) && acronyms.contains(key)) return true;
        String[] parts = key.split("-", 0);
        if (parts.length == 1 || key.chars().anyMatch(Character::isDigit)) return false;
        for (String part : parts) if (!words.contains(part) && !sharesStem(part)) return false;
        return true;
    }

    private boolean sharesStem(String key) {
        Set<String> own = new HashSet<>();
        addStems(own, key);
        return own.stream().anyMatch(stems::contains);
    }

    private static void addStems(Set<String> stems, String word) {
        if (word.length() < LEAST_STEM) return;
        stems.add(word);
        for (String ending : ENDINGS)
            if (word.endsWith(ending) && word.length() - ending.length() >= LEAST_STEM)
                stems.add(word.substring(0, word.length() - ending.length()));
    }

    private static boolean isUnit(String text, int start, String word) {
        if (!UNITS.contains(word.toLowerCase(Locale.ROOT))) return false;
        String before = text.substring(0, start).stripTrailing();
        return !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
    }

    private static boolean startsSentence(String text, int start) {
        int i = start - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || OPENERS.indexOf(text.charAt(i)) >= 0)) i--;
        return i < 0 || STOPS.indexOf(text.charAt(i)) >= 0;
    }

    /** Without accents, which some leave out. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "");
    }

    /** In lower case, without the dots of U.S. and a possessive's end. */
    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replace(".", "")
                .replaceFirst("['’]s?$", "")
                .replace('’', '\'');
    }
}
