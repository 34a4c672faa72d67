package org.postbag.digest.telegram;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Dates;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Listed;
import org.postbag.digest.Markup;
import org.postbag.digest.Wording;
import org.postbag.posts.Post;

/** A numbered list as messages; an item is never divided, since all that is in it is bounded. */
final class ListMessages {

    private final Wording wording;
    private final ZoneId zone;
    private final @Nullable String web;

    ListMessages(Wording wording, ZoneId zone, @Nullable String web) {
        this.wording = wording;
        this.zone = zone;
        this.web = web;
    }

    List<String> of(String heading, List<Listed> listed) {
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        message.append("<b>")
                .append(Markup.escape(DisplayText.line(heading, 300)))
                .append("</b>");
        Measure used = Measure.of(message.toString());
        for (Listed item : listed) {
            String html = item(item);
            Measure measure = Measure.of(html);
            if (!used.plus(measure).plus(2).fits()) {
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

    private String item(Listed item) {
        Post post = item.post();
        String title = Markup.escape(DisplayText.line(post.title(), 200));
        String link = ItemView.link(post, web);
        StringBuilder html = new StringBuilder().append(item.number()).append(". ");
        if (link == null) html.append("<b>").append(title).append("</b>");
        else
            html.append("<a href=\"")
                    .append(Markup.escape(link))
                    .append("\">")
                    .append(title)
                    .append("</a>");
        html.append('\n').append(Markup.escape(DisplayText.line(post.source(), 40)));
        html.append(" · ").append(Dates.in(wording.lang()).moment(post.date(), zone));
        String snippet = DisplayText.line(item.snippet(), 300);
        if (!snippet.isEmpty())
            html.append("\n<blockquote>").append(Markup.escape(snippet)).append("</blockquote>");
        return html.toString();
    }
}
