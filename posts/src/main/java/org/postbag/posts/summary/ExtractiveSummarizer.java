package org.postbag.posts.summary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.Scripts;
import org.postbag.posts.text.Sentences;

/**
 * Summarises with the text's own sentences. Datelines, greetings, adverts and bracketed asides go first
 * ({@link Preamble}, {@link Asides}); sentences are ranked ({@link Ranking}) and taken while the budget holds them
 * ({@link Excerpt}); one that does not fit loses its opening ({@link LeadIn}) or its end ({@link Clauses}). Thread
 * safe.
 */
public final class ExtractiveSummarizer implements Summarizer {
    /** What stands further down is not in a summary of a few sentences. */
    private static final int MAX_TEXT = 3_000;

    private static final int MAX_SENTENCES = 20;
    /** Room below which a further piece of a sentence says nothing. */
    private static final int LEAST_ROOM = 8;
    /**
     * Share of a budget from which whole sentences are left alone rather than filled up with the beginning of another.
     * Filling gains recall, most of all in long budgets, and costs precision.
     */
    private static final double ENOUGH = 0.85;

    private final Sentences sentences = new Sentences();

    @Override
    public Summaries summarize(Draft draft, List<Budget> budgets) {
        String text = draft.text().length() > MAX_TEXT ? draft.text().substring(0, MAX_TEXT) : draft.text();
        List<String> candidates = candidates(Asides.remove(Preamble.withoutAgency(text)), draft.title());
        if (candidates.isEmpty()) candidates = sentences.split(text, MAX_SENTENCES);
        List<String> from = candidates;
        Ranking ranking = new Ranking(from, draft.title(), Weights.of(draft));
        return new Summaries(
                budgets.stream().map(budget -> fill(from, ranking, budget)).toList(), false);
    }

    private List<String> candidates(String text, @Nullable String title) {
        List<String> all = new ArrayList<>();
        for (String sentence : sentences.split(text, MAX_SENTENCES)) {
            String s = all.size() < 3 ? Preamble.withoutOpening(sentence) : sentence;
            if (hasLetters(s) && !all.contains(s) && !(all.isEmpty() && isTitle(s, title))) all.add(s);
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
        Excerpt excerpt = new Excerpt(budget);
        for (int rank = 0; rank < candidates.size(); rank++) {
            if (budget.sentences() > 0 && excerpt.size() == budget.sentences()) break;
            int place = ranking.at(rank);
            String sentence = candidates.get(place);
            if (excerpt.add(place, sentence)) continue;
            String shorter = LeadIn.without(sentence);
            if (excerpt.add(place, shorter)) continue;
            if (budget.filled(excerpt.text()) < ENOUGH) {
                String cut = Clauses.cut(budget.within(shorter), piece -> excerpt.holds(place, piece));
                if (excerpt.isEmpty() || isTelling(cut)) excerpt.add(place, cut);
            }
            break;
        }
        return excerpt.text();
    }

    private static boolean isTelling(String cut) {
        return cut.codePointCount(0, cut.length()) > LEAST_ROOM && !Clauses.isAnnouncement(cut);
    }
}
