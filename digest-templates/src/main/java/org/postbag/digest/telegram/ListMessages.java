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

    private final ListLines lines;

    ListMessages(ListLines lines) {
        this.lines = lines;
    }

    List<String> series(String heading, List<Listed> listed) {
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder(heading(heading));
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
        String head = heading(heading);
        String foot = Markup.escape(DisplayText.clip(DisplayText.clean(footer).strip(), FOOTER));
        for (int size = 0; ; size++) {
            List<String> parts = new ArrayList<>();
            if (!head.isEmpty()) parts.add(head);
            for (Listed item : listed) parts.add(lines.of(item, size));
            if (!foot.isEmpty()) parts.add(foot);
            String message = String.join("\n\n", parts);
            if (size == ListLines.SMALLEST || Measure.of(message).fits()) return message;
        }
    }

    private static String heading(String heading) {
        String line = DisplayText.line(heading, HEADING);
        return line.isEmpty() ? "" : "<b>" + Markup.escape(line) + "</b>";
    }
}
