package org.postbag.digest.telegram;

import java.util.ArrayList;
import java.util.List;
import org.postbag.digest.DisplayText;
import org.postbag.digest.Listed;
import org.postbag.digest.Markup;

/** A numbered list as one message or as many; {@link ListLines} writes the items, and none is ever divided. */
final class ListMessages {

    /** So many items in their smallest size fit into one message whatever they say. */
    static final int MOST_ON_A_PAGE = 50;

    private static final int HEADING = 300;
    private static final int FOOTER = 600;

    /** Of heading and footer around items in their smallest size; all in code points. */
    private static final int SMALL = 60;

    private final ListLines lines;

    ListMessages(ListLines lines) {
        this.lines = lines;
    }

    List<String> series(String heading, List<Listed> listed) {
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder(heading(heading, HEADING));
        Measure used = Measure.of(message.toString());
        for (Listed item : listed) {
            String html = lines.fitting(item);
            Measure measure = Measure.of(html);
            if (!message.isEmpty() && !used.plus(measure).plus(2).fits()) {
                messages.add(message.toString());
                message = new StringBuilder();
                used = Measure.NOTHING;
            }
            if (!message.isEmpty()) message.append("\n\n");
            message.append(html);
            used = used.plus(measure).plus(2);
        }
        messages.add(message.toString());
        return messages;
    }

    String page(String heading, List<Listed> listed, String footer) {
        if (listed.size() > MOST_ON_A_PAGE)
            throw new IllegalArgumentException(
                    listed.size() + " posts on a page of a list; at most " + MOST_ON_A_PAGE + " fit into a message");
        for (int size = 0; ; size++) {
            boolean smallest = size == ListLines.SMALLEST;
            String head = heading(heading, smallest ? SMALL : HEADING);
            String foot = DisplayText.clip(DisplayText.clean(footer).strip(), smallest ? SMALL : FOOTER);
            List<String> parts = new ArrayList<>();
            if (!head.isEmpty()) parts.add(head);
            for (Listed item : listed) parts.add(lines.of(item, size));
            if (!foot.isEmpty()) parts.add(Markup.escape(foot));
            String message = String.join("\n\n", parts);
            if (smallest || Measure.of(message).fits()) return message;
        }
    }

    private static String heading(String heading, int codePoints) {
        String line = DisplayText.line(heading, codePoints);
        return line.isEmpty() ? "" : "<b>" + Markup.escape(line) + "</b>";
    }
}
