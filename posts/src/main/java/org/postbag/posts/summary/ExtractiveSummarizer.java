package org.postbag.posts.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.Languages;
import org.postbag.posts.text.Scripts;
import org.postbag.posts.text.Sentences;

/**
 * Summarises with the text's own sentences. Datelines, greetings, adverts and bracketed asides go first
 * ({@link Preamble}, {@link Asides}); sentences are ranked ({@link Ranking}); the budget is filled, and
 * what does not fit is cut at a clause ({@link Clauses}). Thread safe.
 */
public final class ExtractiveSummarizer implements Summarizer {
    /** How much place counts against centrality; in news the first sentences are hard to beat. */
    private static final double PLACE_CJK = 0.85;

    private static final double PLACE_OTHER = 0.7;
    /** What stands further down is not in a summary of a few sentences. */
    private static final int MAX_TEXT = 3_000;

    private static final int MAX_SENTENCES = 20;
    /** Room below which a further piece of a sentence says nothing. */
    private static final int LEAST_ROOM = 8;

    private final Sentences sentences = new Sentences();

    @Override
    public String summarize(Draft draft, Budget budget) {
        return summarize(draft, List.of(budget)).get(0);
    }

    @Override
    public List<String> summarize(Draft draft, List<Budget> budgets) {
        String text = draft.text().length() > MAX_TEXT ? draft.text().substring(0, MAX_TEXT) : draft.text();
        List<String> candidates = candidates(Asides.remove(Preamble.withoutAgency(text)), draft.title());
        if (candidates.isEmpty()) candidates = sentences.split(text, MAX_SENTENCES);
        List<String> from = candidates;
        Ranking ranking = new Ranking(from, isCjk(draft) ? PLACE_CJK : PLACE_OTHER);
        return budgets.stream().map(budget -> fill(from, ranking, budget)).toList();
    }

    private static boolean isCjk(Draft draft) {
        if (draft.lang() != null) return Languages.isCjk(draft.lang());
        return draft.text().codePoints().limit(400).filter(Scripts::isCjk).count() > 60;
    }

    private List<String> candidates(String text, @Nullable String title) {
        List<String> all = new ArrayList<>();
        for (String sentence : sentences.split(text, MAX_SENTENCES)) {
            String s = all.size() < 3 ? Preamble.withoutOpening(sentence) : sentence;
            if (hasLetters(s) && !(all.isEmpty() && isTitle(s, title))) all.add(s);
        }
        List<String> telling = all.stream().filter(s -> !Preamble.isNoise(s)).toList();
        return telling.isEmpty() ? all : telling;
    }

    private static boolean hasLetters(String s) {
        return s.codePoints().filter(Scripts::isWord).limit(2).count() == 2;
    }

    private static boolean isTitle(String sentence, @Nullable String title) {
        return title != null && sentence.strip().equals(title.strip());
    }

    private static String fill(List<String> candidates, Ranking ranking, Budget budget) {
        TreeMap<Integer, String> chosen = new TreeMap<>();
        for (int rank = 0; rank < candidates.size(); rank++) {
            int i = ranking.at(rank);
            if (budget.sentences() > 0 && chosen.size() == budget.sentences()) break;
            String sentence = candidates.get(i);
            chosen.put(i, sentence);
            if (budget.holds(join(chosen))) continue;
            chosen.remove(i);
            String before = chosen.isEmpty() ? "" : join(chosen) + " ";
            String cut = Clauses.cut(before, sentence, budget, chosen.isEmpty());
            if (chosen.isEmpty() || cut.codePointCount(0, cut.length()) > LEAST_ROOM) chosen.put(i, cut);
            break;
        }
        return join(chosen);
    }

    /** In the order of the text; a space only where writing has spaces. */
    private static String join(SortedMap<Integer, String> chosen) {
        StringBuilder out = new StringBuilder();
        for (String sentence : chosen.values()) {
            if (out.length() > 0 && !(isWide(out.codePointBefore(out.length())) && isWide(sentence.codePointAt(0))))
                out.append(' ');
            out.append(sentence);
        }
        return out.toString();
    }

    private static boolean isWide(int c) {
        return c >= 0x2e80 || c == '…' || c == '”' || c == '“' || c == '’' || c == '‘';
    }
}
