package org.postbag.digest.telegram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.digest.Dates;
import org.postbag.digest.Digest;
import org.postbag.digest.DisplayText;
import org.postbag.digest.Section;
import org.postbag.digest.Story;
import org.postbag.digest.TagList;
import org.postbag.digest.Templates;
import org.postbag.digest.Wording;
import org.postbag.posts.Length;

/** The pieces one digest's messages are put together from by {@link Pages}; what has been rendered is kept for the digest. */
final class PageParts {

    private static final int MOST_TAGS = 12;
    private static final int MOST_LEFT_OVER = 8;
    private static final int TAG_LENGTH = 40;

    private final Digest d;
    private final Templates templates;
    private final TelegramItems items;
    private final Wording wording;
    private final Map<String, Part> made = new HashMap<>();

    /** A piece of a message and its size. */
    record Part(String html, Measure measure) {
        static Part of(String html) {
            String text = html.strip();
            return new Part(text, Measure.of(text));
        }

        boolean isEmpty() {
            return html.isEmpty();
        }
    }

    PageParts(Digest d, Templates templates, TelegramItems items) {
        this.d = d;
        this.templates = templates;
        this.items = items;
        this.wording = templates.wordings().in(d.lang());
    }

    Digest digest() {
        return d;
    }

    /** Between items: titles stand close together, items with a summary apart. */
    String gap() {
        return d.length() == Length.TITLES ? "\n" : "\n\n";
    }

    /** The head of a page, counted from 1; the first one tells what is in the digest. */
    Part header(int page, int pages) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", DisplayText.line(d.title(), 60));
        model.put("date", Dates.in(d.lang()).full(d.date()));
        model.put("brief", Dates.in(d.lang()).brief(d.date()));
        model.put("zone", d.zone().getId());
        model.put("posts", d.posts());
        model.put("topics", d.sections().size());
        model.put("minutes", d.minutes());
        model.put("tags", tags(d.sections(), MOST_TAGS));
        model.put("empty", d.isEmpty());
        model.put("page", page);
        model.put("pages", pages);
        return part("header", model);
    }

    Part heading(Section section, boolean continued) {
        return made.computeIfAbsent(
                (continued ? "continued " : "heading ") + section.tag(),
                k -> repeated(
                        "section", Map.of("tag", name(section), "count", section.posts(), "continued", continued)));
    }

    Part more(Section section) {
        if (section.more() == 0) return Part.of("");
        return made.computeIfAbsent(
                "more " + section.tag(),
                k -> repeated("more", Map.of("count", section.more(), "tag", DisplayText.line(section.tag(), 60))));
    }

    /** The foot of a page; on the last it names the sections of which nothing could be told, and says which summaries were generated. */
    Part footer(boolean last) {
        List<Section> untold =
                last ? d.sections().stream().filter(s -> s.stories().isEmpty()).toList() : List.of();
        return part(
                "footer",
                Map.of(
                        "last",
                        last,
                        "empty",
                        d.isEmpty(),
                        "posts",
                        d.posts(),
                        "generated",
                        last && d.hasGenerated(),
                        "left",
                        untold.stream().mapToInt(Section::more).sum(),
                        "leftTags",
                        tags(untold, MOST_LEFT_OVER)));
    }

    Measure item(Story story, int size) {
        return items.item(story, d, size).measure(story.number(), time(story));
    }

    void append(StringBuilder out, Story story, int size) {
        items.item(story, d, size).fragment().append(out, story.number(), time(story));
    }

    private String time(Story story) {
        return Dates.in(d.lang()).moment(story.lead().date(), d.zone(), d.date());
    }

    private List<Map<String, Object>> tags(List<Section> sections, int most) {
        return TagList.of(sections, most, TAG_LENGTH, wording);
    }

    private String name(Section section) {
        return TagList.name(section.tag(), TAG_LENGTH, wording);
    }

    private Part repeated(String name, Map<String, Object> model) {
        return Part.of(items.repeated().of("telegram/" + name + ".peb", d.lang(), model));
    }

    private Part part(String name, Map<String, ?> model) {
        return Part.of(templates.render("telegram/" + name + ".peb", wording, model));
    }
}
