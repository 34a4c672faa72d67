package org.postbag.posts.text;

import java.util.List;
import org.postbag.posts.text.SearchWords.Phrase;

/** Cuts from a text the piece around the first place that a query found. */
public final class Snippet {
    private static final int BEFORE = 30;
    private static final int LENGTH = 120;
    private static final int MAX_TEXT = 200_000;

    private final Han han = new Han();
    private final List<String> wanted;

    public Snippet(List<Phrase> phrases) {
        wanted = phrases.stream().map(Snippet::start).toList();
    }

    /** A phrase is looked for by its first word, or by the characters it begins with. */
    private static String start(Phrase phrase) {
        StringBuilder start = new StringBuilder(phrase.words().get(0));
        boolean characters = SearchWords.isCharacter(start.codePointAt(0));
        for (String word : phrase.words().subList(1, phrase.words().size())) {
            if (!characters || !SearchWords.isCharacter(word.codePointAt(0))) break;
            start.append(word);
        }
        return start.toString();
    }

    /** One line of plain text, at most 122 code points with its ellipses. */
    public String of(String text) {
        String line = text.substring(0, Math.min(text.length(), MAX_TEXT))
                .replaceAll("\\s+", " ")
                .strip();
        int place = place(line);
        int start = line.offsetByCodePoints(place, -Math.min(BEFORE, line.codePointCount(0, place)));
        if (start > 0 && !Scripts.isCjk(line.codePointAt(start))) start = wordStart(line, start, place);
        int left = line.codePointCount(start, line.length());
        int end = line.offsetByCodePoints(start, Math.min(LENGTH, left));
        return (start > 0 ? "…" : "") + line.substring(start, end).strip() + (end < line.length() ? "…" : "");
    }

    private static int wordStart(String line, int start, int place) {
        int space = line.indexOf(' ', start);
        return space >= 0 && space < place ? space + 1 : start;
    }

    private int place(String line) {
        String folded = folded(line);
        int best = -1;
        for (String word : wanted) {
            int at = folded.indexOf(word);
            if (at >= 0 && (best < 0 || at < best)) best = at;
        }
        return Math.max(0, best);
    }

    /** One code point at a time, so that places stay the same; what folding would lengthen stays as it is. */
    private String folded(String line) {
        StringBuilder folded = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); ) {
            int length = Character.charCount(line.codePointAt(i));
            String one = line.substring(i, i + length);
            String other = han.fold(one);
            folded.append(other.length() == length ? other : one);
            i += length;
        }
        return folded.toString();
    }
}
