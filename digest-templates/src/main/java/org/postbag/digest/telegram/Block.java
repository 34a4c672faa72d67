package org.postbag.digest.telegram;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph, a heading, a list item, a row of a table.
 *
 * @param close stands right under the block before it, without an empty line: items of a list, rows of a table
 */
record Block(List<Run> runs, boolean close) {

    Block {
        runs = List.copyOf(runs);
    }

    /** The block's sentences, each as runs; together they are the whole block. */
    List<List<Run>> sentences() {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.ROOT);
        sentences.setText(text.toString());
        List<List<Run>> parts = new ArrayList<>();
        int start = sentences.first();
        int run = 0;
        int runStart = 0;
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            List<Run> part = new ArrayList<>();
            int at = start;
            while (at < end) {
                Run current = runs.get(run);
                int runEnd = runStart + current.text().length();
                int to = Math.min(end, runEnd);
                part.add(current.part(at - runStart, to - runStart));
                at = to;
                if (to == runEnd) {
                    runStart = runEnd;
                    run++;
                }
            }
            parts.add(part);
        }
        return parts;
    }
}
