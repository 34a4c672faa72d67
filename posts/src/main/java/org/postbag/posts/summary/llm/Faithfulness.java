package org.postbag.posts.summary.llm;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.summary.Draft;
import org.postbag.posts.text.Languages;
import org.postbag.posts.text.ReadingLength;
import org.postbag.posts.text.Scripts;

/**
 * Whether a generated summary keeps to its source, as far as that can be told without understanding either: every
 * number ({@link Figures}) and name ({@link LatinNames}, {@link HanNames}), every quotation ({@link Quotations}) and
 * address must be the source's, and so must half of the words. In doubt it objects. Pure and thread safe.
 *
 * <p>It does not notice right names and numbers in a wrong connection, a fact turned round by "not", or a number that
 * stands in the source for something else.
 */
final class Faithfulness {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.[\\w.]+|\\b[a-z0-9-]+\\.(?:com|cn|org|net|io|info|top|xyz|co|ru|cc|me|app|dev|ai|tv|shop)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKUP = Pattern.compile(
            "</?[a-zA-Z!][^>]*>?|&(?:[a-z]{2,8}|#\\d+);|\\*\\*|__|`|\\]\\(|^#{1,6}\\s|^\\s*[-*•]\\s|\\|\\s*-|\\{\\{|\\{\"",
            Pattern.MULTILINE);
    private static final int LEAST_WORDS = 4;
    /** Below this share of the source's own words it speaks of something else. */
    private static final double LEAST_OVERLAP = 0.5;

    /** Why the answer may not stand for the draft; empty when it may. */
    Optional<String> objection(Draft draft, String answer) {
        String source = draft.title() == null ? draft.text() : draft.title() + "\n" + draft.text();
        if (ReadingLength.words(answer) < LEAST_WORDS) return Optional.of("hardly a sentence");
        if (answer.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
            return Optional.of("control characters");
        Optional<String> form = foreign(ADDRESS, answer, source).or(() -> foreign(MARKUP, answer, source));
        if (form.isPresent()) return form.map(what -> "markup or address not in the text: " + what);
        if (isOtherLanguage(draft.lang(), answer)) return Optional.of("not in the text's language");
        Figures figures = new Figures(source);
        Optional<String> number = figures.missing(answer);
        if (number.isPresent()) return number.map(what -> "number not in the text: " + what);
        LatinNames latin = new LatinNames(source);
        HanNames han = new HanNames(source);
        Optional<String> name = latin.stranger(answer, isCjk(answer), figures)
                .or(() -> new Quotations(source).stranger(answer))
                .or(() -> han.stranger(answer));
        if (name.isPresent()) return name.map(what -> "name or quotation not in the text: " + what);
        return overlap(latin.overlap(answer), han.overlap(answer)) < LEAST_OVERLAP
                ? Optional.of("too little of it is in the text")
                : Optional.empty();
    }

    private static double overlap(int[] latin, int[] han) {
        // A word weighs as much as two characters.
        int all = 2 * latin[1] + han[1];
        return all == 0 ? 0 : (2.0 * latin[0] + han[0]) / all;
    }

    private static Optional<String> foreign(Pattern pattern, String answer, String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        Matcher matcher = pattern.matcher(answer);
        while (matcher.find())
            if (!lower.contains(matcher.group().strip().toLowerCase(Locale.ROOT))) return Optional.of(matcher.group());
        return Optional.empty();
    }

    private static boolean isCjk(String answer) {
        return 4 * answer.codePoints().filter(Scripts::isCjk).count() >= ReadingLength.words(answer);
    }

    /** Other languages than these two kinds are told apart by the overlap. */
    private static boolean isOtherLanguage(@Nullable String lang, String answer) {
        if (lang == null || lang.equals("und")) return false;
        if (Languages.isCjk(lang)) return !isCjk(answer);
        return 2 * answer.codePoints().filter(Scripts::isCjk).count() > ReadingLength.words(answer);
    }
}
