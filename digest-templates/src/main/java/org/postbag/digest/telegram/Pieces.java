package org.postbag.digest.telegram;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.postbag.digest.Markup;

/**
 * Writes blocks into as many pieces as they need, each a well-formed message. A block that does not fit goes to the next
 * piece; one that would not fit there either is cut between sentences, and a sentence between characters.
 */
final class Pieces {

    /** A line end this near to where a sentence must be cut is a better place than between any two characters. */
    private static final int NEAR = 120;

    /** Less of a sentence than this, in UTF-16 units, is not worth beginning in what room is left. */
    private static final int CRUMB = 40;

    private final Measure reserved;
    private final List<String> done = new ArrayList<>();

    private StringBuilder html = new StringBuilder();
    private Measure used = Measure.NOTHING;
    private List<Run.Tag> open = List.of();
    private boolean begun;

    /** @param reserved room that each piece keeps free, for what is put before it */
    Pieces(Measure reserved) {
        this.reserved = reserved;
    }

    void add(Block block) {
        if (!room(block.runs(), 2)) {
            if (fitsAlone(block.runs())) next();
            else {
                addCut(block);
                return;
            }
        }
        separate(block);
        block.runs().forEach(this::write);
    }

    /** The pieces; at least one. */
    List<String> finish() {
        next();
        return done.isEmpty() ? List.of("") : done;
    }

    private void addCut(Block block) {
        boolean first = true;
        for (List<Run> sentence : block.sentences()) {
            if (!room(sentence, 2) && fitsAlone(sentence)) next();
            if (first) {
                if (!fits(used.plus(8))) next();
                separate(block);
            }
            first = false;
            sentence.forEach(this::writeCut);
        }
    }

    private void writeCut(Run run) {
        String text = run.text();
        int from = 0;
        while (from < text.length()) {
            if (!fits(used.plus(opening(run.tags())).plus(1))) next();
            Measure before = used.plus(opening(run.tags()));
            int to = cut(text, from, Measure.MAX_UNITS - reserved.units() - used.units());
            while (to > from && !fits(before.plus(run.part(from, to).measure()))) to = cut(text, from, (to - from) / 2);
            // Crumbs would fill the piece with what Telegram sees as one mention or link only once they stand together.
            if (begun && to - from < CRUMB && to < text.length()) {
                next();
                continue;
            }
            // One character fits into any empty piece; without this, one that did not would be tried for ever.
            if (to == from) to = text.offsetByCodePoints(from, 1);
            write(run.part(from, to));
            from = to;
        }
    }

    /**
     * The furthest end within {@code units}: where a line may end if such a place is near, else not inside a character as a
     * reader sees it if that can be.
     */
    private int cut(String text, int from, int units) {
        if (text.length() - from <= units) return text.length();
        if (units <= 0) return from;
        int end = from + units;
        if (Character.isLowSurrogate(text.charAt(end)) && Character.isHighSurrogate(text.charAt(end - 1))) end--;
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        int start = Math.max(from, end - NEAR);
        BreakIterator lines = BreakIterator.getLineInstance(ULocale.ROOT);
        lines.setText(text.substring(start, Math.min(text.length(), end + NEAR)));
        int line = start + (lines.isBoundary(end - start) ? end - start : lines.preceding(end - start));
        if (line > start && characters.isBoundary(line)) return line;
        int whole = characters.isBoundary(end) ? end : characters.preceding(end);
        if (whole > from) return whole;
        // A character that does not fit into what is left goes to the next piece; one too long for any is cut after
        // all.
        return begun ? from : end;
    }

    private boolean room(List<Run> runs, int gap) {
        return fits(begun ? used.plus(gap) : used, runs);
    }

    private boolean fitsAlone(List<Run> runs) {
        return fits(Measure.NOTHING, runs);
    }

    private boolean fits(Measure before, List<Run> runs) {
        Measure total = before;
        for (Run run : runs) {
            total = total.plus(run.measure());
            for (Run.Tag tag : run.tags()) total = total.plus(Measure.of(tag));
        }
        return fits(total);
    }

    private boolean fits(Measure total) {
        return total.plus(reserved).fits();
    }

    /** The line ends between two blocks stand inside a quote that holds both. */
    private void separate(Block block) {
        if (!begun) return;
        List<Run.Tag> next = block.runs().get(0).tags();
        boolean sameQuote = !open.isEmpty()
                && !next.isEmpty()
                && open.get(0).id() != 0
                && open.get(0).equals(next.get(0));
        switchTo(sameQuote ? open.subList(0, 1) : List.of());
        html.append(block.close() ? "\n" : "\n\n");
        used = used.plus(2);
    }

    private void write(Run run) {
        switchTo(run.tags());
        html.append(Markup.escape(run.text()));
        used = used.plus(run.measure());
        begun = true;
    }

    private Measure opening(List<Run.Tag> tags) {
        Measure opening = Measure.NOTHING;
        for (Run.Tag tag : tags.subList(common(tags), tags.size())) opening = opening.plus(Measure.of(tag));
        return opening;
    }

    private void switchTo(List<Run.Tag> tags) {
        int common = common(tags);
        used = used.plus(opening(tags));
        for (int i = open.size() - 1; i >= common; i--)
            html.append("</").append(open.get(i).name()).append('>');
        for (Run.Tag tag : tags.subList(common, tags.size())) html.append(tag.open());
        open = tags;
    }

    private int common(List<Run.Tag> tags) {
        int common = 0;
        while (common < Math.min(open.size(), tags.size()) && open.get(common).equals(tags.get(common))) common++;
        return common;
    }

    private void next() {
        if (!begun) return;
        switchTo(List.of());
        done.add(html.toString());
        html = new StringBuilder();
        used = Measure.NOTHING;
        begun = false;
    }
}
