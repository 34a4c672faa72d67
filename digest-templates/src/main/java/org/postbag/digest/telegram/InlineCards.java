package org.postbag.digest.telegram;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Dates;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Markup;
import org.postbag.digest.Story;
import org.postbag.digest.Templates;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** Makes an {@link InlineCard} of a post: a line to choose it by, and the message that is shared. */
final class InlineCards {

    static final String TEMPLATE = "telegram/card.peb";

    private static final int TITLE = 256;
    private static final int DESCRIPTION = 512;

    /** Sizes to fall back to when an operator's template makes more of a post than a message can carry. */
    private static final List<ItemView.Room> ROOMS = List.of(
            new ItemView.Room(300, 3000, 0, false),
            new ItemView.Room(300, 1000, 0, false),
            new ItemView.Room(200, 200, 0, false),
            new ItemView.Room(120, 0, 0, false));

    private final Templates templates;
    private final @Nullable String web;

    InlineCards(Templates templates, @Nullable String web) {
        this.templates = templates;
        this.web = web;
    }

    InlineCard of(Post post, ReaderLanguage lang, ZoneId zone) {
        return new InlineCard(ItemView.title(post, TITLE), description(post, lang, zone), html(post, lang, zone));
    }

    private static String description(Post post, ReaderLanguage lang, ZoneId zone) {
        String day = Dates.in(lang).day(post.date().atZone(zone).toLocalDate());
        String summary = DisplayText.line(post.summary(), DESCRIPTION);
        String origin = DisplayText.line(post.source(), 40) + " · " + day;
        return DisplayText.clip(DisplayText.isBlank(summary) ? origin : origin + " · " + summary, DESCRIPTION);
    }

    private String html(Post post, ReaderLanguage lang, ZoneId zone) {
        String summary = post.longSummary().isBlank() ? post.summary() : post.longSummary();
        if (DisplayText.isBlank(summary)) summary = "";
        Story story = new Story(1, post, List.of(), summary, "", false, !summary.isEmpty() && post.generated());
        String time = Dates.in(lang).moment(post.date(), zone);
        for (ItemView.Room room : ROOMS) {
            Map<String, Object> model = Map.of("item", ItemView.of(story, room, web), "time", time);
            String html = templates
                    .render(TEMPLATE, templates.wordings().in(lang), model)
                    .strip();
            if (Measure.of(html).fits()) return html;
        }
        return TelegramItems.linked(Markup.escape(ItemView.title(post, 120)), ItemView.link(post, web));
    }
}
