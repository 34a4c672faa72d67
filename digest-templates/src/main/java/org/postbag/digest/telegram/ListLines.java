package org.postbag.digest.telegram;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Dates;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Listed;
import org.postbag.digest.Markup;
import org.postbag.digest.Wording;
import org.postbag.posts.Post;

/** Writes one item of a numbered list, in the size there is room for; {@link ListMessages} puts items into messages. */
final class ListLines {

    /** Snippets are given up first, then length of titles, then where an item comes from; number and title never. */
    private static final List<Room> ROOMS = List.of(
            new Room(200, 300, 2000, true),
            new Room(200, 160, 2000, true),
            new Room(200, 80, 2000, true),
            new Room(200, 0, 2000, true),
            new Room(120, 0, 1000, true),
            new Room(60, 0, 500, true),
            new Room(30, 0, 300, true),
            new Room(12, 0, 100, false));

    static final int SMALLEST = ROOMS.size() - 1;

    private final Wording wording;
    private final ZoneId zone;
    private final @Nullable String web;

    /** Code points of title and snippet, and the longest link, in ASCII characters; {@code origin}: source and date. */
    private record Room(int title, int snippet, int link, boolean origin) {}

    ListLines(Wording wording, ZoneId zone, @Nullable String web) {
        this.wording = wording;
        this.zone = zone;
        this.web = web;
    }

    /** As much of it as one message can carry. */
    String fitting(Listed item) {
        for (int size = 0; ; size++) {
            String html = of(item, size);
            if (size == SMALLEST || Measure.of(html).fits()) return html;
        }
    }

    /** @param size 0 for all of it, up to {@link #SMALLEST} */
    String of(Listed item, int size) {
        Room room = ROOMS.get(size);
        Post post = item.post();
        String link = ItemView.link(post, web);
        if (link != null && link.length() > room.link()) link = null;
        String title = Markup.escape(ItemView.title(post, room.title()));
        StringBuilder html = new StringBuilder().append(item.number()).append(". ");
        html.append(TelegramItems.linked(title, link));
        if (room.origin()) {
            html.append('\n').append(Markup.escape(DisplayText.line(post.source(), 40)));
            html.append(" · ").append(Dates.in(wording.lang()).moment(post.date(), zone));
        }
        String snippet = room.snippet() == 0 ? "" : DisplayText.line(item.snippet(), room.snippet());
        if (!DisplayText.isBlank(snippet))
            html.append("\n<blockquote>").append(Markup.escape(snippet)).append("</blockquote>");
        return html.toString();
    }
}
