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

    private final int maxUnits;
    private final int maxEntities;
    private final List<String> done = new ArrayList<>();

    private StringBuilder html = new StringBuilder();
    private Measure used = Measure.NOTHING;
    private List<Run.Tag> open = List.of();
    private boolean begun;

    /** @param reserved room that each piece keeps free, for what is put before it */
    Pieces(Measure reserved) {
        this.maxUnits = Measure.MAX_UNITS - reserved.units();
        this.maxEntities = Measure.MAX_ENTITIES - reserved.entities() - reserved.automatic();
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
            if (first) separate(block);
            first = false;
            sentence.forEach(this::writeCut);
        }
    }

    private void writeCut(Run run) {
        int from = 0;
        while (from < run.text().length()) {
            int opens = opening(run.tags());
            if (used.entities() + used.automatic() + opens + 1 > maxEntities) next();
            int to = cut(run.text(), from, maxUnits - used.units());
            while (to > from && tooMany(run.part(from, to))) to = cut(run.text(), from, (to - from) / 2);
            if (to == from) {
                next();
                continue;
            }
            write(run.part(from, to));
            from = to;
        }
    }

    private boolean tooMany(Run run) {
        Measure text = Measure.of(Markup.escape(run.text()));
        return used.entities() + used.automatic() + opening(run.tags()) + text.automatic() > maxEntities;
    }

    /** The furthest end within {@code units}, not inside a character as a reader sees it if that can be. */
    private int cut(String text, int from, int units) {
        if (text.length() - from <= units) return text.length();
        if (units <= 0) return from;
        int end = from + units;
        if (Character.isLowSurrogate(text.charAt(end)) && Character.isHighSurrogate(text.charAt(end - 1))) end--;
        String near = text.substring(Math.max(from, end - 64), Math.min(text.length(), end + 64));
        int offset = end - Math.max(from, end - 64);
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(near);
        if (characters.isBoundary(offset)) return end;
        int whole = characters.preceding(offset);
        if (whole > 0) return end - (offset - whole);
        // One character that does not fit into what is left goes to the next piece; one too long for any is cut after
        // all.
        return begun && near.length() < 128 ? from : end;
    }

    private boolean room(List<Run> runs, int gap) {
        return fits(begun ? used.plus(gap) : used, runs);
    }

    private boolean fitsAlone(List<Run> runs) {
        return fits(Measure.NOTHING, runs);
    }

    private boolean fits(Measure before, List<Run> runs) {
        Measure total = before;
        for (Run run : runs)
            total = total.plus(Measure.of(Markup.escape(run.text())))
                    .plus(new Measure(0, run.tags().size(), 0));
        return total.units() <= maxUnits && total.entities() + total.automatic() <= maxEntities;
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
        String text = Markup.escape(run.text());
        html.append(text);
        used = used.plus(Measure.of(text));
        begun = true;
    }

    private int opening(List<Run.Tag> tags) {
        return tags.size() - common(tags);
    }

    private void switchTo(List<Run.Tag> tags) {
        int common = common(tags);
        for (int i = open.size() - 1; i >= common; i--)
            html.append("</").append(open.get(i).name()).append('>');
        for (Run.Tag tag : tags.subList(common, tags.size())) html.append(tag.open());
        used = used.plus(new Measure(0, tags.size() - common, 0));
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
