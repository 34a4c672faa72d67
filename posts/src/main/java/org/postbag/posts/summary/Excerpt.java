package org.postbag.posts.summary;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sentences taken from a text so far, kept in the text's order and within a budget. */
final class Excerpt {
    private final SortedMap<Integer, String> pieces = new TreeMap<>();
    private final Budget budget;

    Excerpt(Budget budget) {
        this.budget = budget;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    int size() {
        return pieces.size();
    }

    boolean holds(int place, String piece) {
        SortedMap<Integer, String> more = new TreeMap<>(pieces);
        more.put(place, piece);
        return budget.holds(join(more));
    }

    /** @return false, and nothing changed, where it does not fit */
    boolean add(int place, String piece) {
        if (piece.isEmpty() || !holds(place, piece)) return false;
        pieces.put(place, piece);
        return true;
    }

    String text() {
        return join(pieces);
    }

    /** A space only where writing has spaces; a full stop after a heading, so that it does not run into the next. */
    private static String join(SortedMap<Integer, String> pieces) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<Integer, String> entry : pieces.entrySet()) {
            String piece = entry.getValue();
            if (out.length() > 0) {
                int last = out.codePointBefore(out.length());
                boolean wide = isWide(last) && isWide(piece.codePointAt(0));
                if (Character.isLetterOrDigit(last)) out.append(wide ? "。" : ".");
                if (!wide) out.append(' ');
            }
            out.append(piece);
        }
        return out.toString();
    }

    private static boolean isWide(int c) {
        return c >= 0x2e80 || c == '…' || c == '”' || c == '“' || c == '’' || c == '‘';
    }
}
