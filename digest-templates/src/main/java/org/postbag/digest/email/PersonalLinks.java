package org.postbag.digest.email;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Fragment;
import org.postbag.digest.Markup;
import org.postbag.digest.PlainLines;

/**
 * What is one reader's own in a digest's mail: settings page, way out, address. {@link #gaps} stands for it while the mail is
 * made, so that what is kept for other readers has never held anything of this one's; {@link Shared} puts it in at the end.
 */
final class PersonalLinks {

    /** Stand for the three; display text and checked links never hold them. */
    private static final char FIRST = '\u0004';

    private static final int KINDS = 3;

    /** The space set aside for what is put in is rounded up to this, so that most readers' mails are made alike. */
    private static final int STEP = 256;

    private final List<String> values;

    private final List<String> escaped;

    PersonalLinks(EmailLinks links) {
        values = List.of(shown(links.preferences()), shown(links.unsubscribe()), shown(links.address()));
        escaped = values.stream().map(Markup::escape).toList();
    }

    /** The same links for every reader who has the same kinds of them. */
    static EmailLinks gaps(EmailLinks links) {
        return new EmailLinks(
                links.web(),
                links.preferences() == null ? null : gap(0),
                links.unsubscribe() == null ? null : gap(1),
                links.address() == null ? null : gap(2),
                links.replies());
    }

    /** Bytes to keep free for them in both parts together, as long as no template prints one more than three times. */
    int room() {
        int bytes = 0;
        for (int i = 0; i < KINDS; i++)
            bytes += Fragment.utf8Length(values.get(i)) + 3 * Fragment.utf8Length(escaped.get(i));
        return (bytes + STEP - 1) / STEP * STEP;
    }

    /** A text with gaps, ready to be filled any number of times. */
    static Shared shared(String text) {
        List<String> pieces = new ArrayList<>();
        List<Integer> kinds = new ArrayList<>();
        int start = 0;
        for (int at = next(text, 0); at >= 0; at = next(text, start)) {
            pieces.add(text.substring(start, at));
            kinds.add(text.charAt(at) - FIRST);
            start = at + 1;
        }
        pieces.add(text.substring(start));
        // The line of the first gap is the reader's from its beginning.
        int open = kinds.isEmpty() ? pieces.get(0).length() : pieces.get(0).lastIndexOf('\n') + 1;
        String common = pieces.get(0).substring(0, open);
        pieces.set(0, pieces.get(0).substring(open));
        return new Shared(common, List.copyOf(pieces), List.copyOf(kinds));
    }

    /** The next gap, or -1. A search for each kind is ten times faster than a look at every character. */
    private static int next(String text, int from) {
        int next = -1;
        for (int kind = 0; kind < KINDS; kind++) {
            int at = text.indexOf(FIRST + kind, from);
            if (at >= 0 && (next < 0 || at < next)) next = at;
        }
        return next;
    }

    MailPart inHtml(Shared html) {
        return new MailPart(html.common(), html.with(escaped));
    }

    /** The lines they are put into are broken only now. */
    MailPart inText(Shared text) {
        return new MailPart(text.common(), PlainLines.wrap(text.with(values)));
    }

    private static String gap(int kind) {
        return String.valueOf((char) (FIRST + kind));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * A text around gaps.
     *
     * @param common what comes before the line of the first gap
     * @param pieces what follows, one more than gaps
     */
    record Shared(String common, List<String> pieces, List<Integer> kinds) {

        private String with(List<String> values) {
            StringBuilder out = new StringBuilder(2000);
            for (int i = 0; i < pieces.size(); i++) {
                out.append(pieces.get(i));
                if (i < kinds.size()) out.append(values.get(kinds.get(i)));
            }
            return out.toString();
        }

        /** UTF-16 length without what is put in. */
        int length() {
            return common.length() + pieces.stream().mapToInt(String::length).sum();
        }
    }
}
