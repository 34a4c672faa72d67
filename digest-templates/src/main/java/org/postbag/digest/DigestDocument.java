package org.postbag.digest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.ReaderLanguage;

/**
 * One digest in one {@link DigestForm}: knows the size of each part before anything is put together, so that a budget can
 * choose what to leave out. All sizes are UTF-8 bytes. For one thread.
 */
public final class DigestDocument {

    /** Marks where the sections go in what the layout made. */
    private static final String BODY = "\u0003";

    private static final int MOST_TAGS = 10;

    private static final int TAG_LENGTH = 60;

    private static final int TYPICAL_LENGTH = 40_000;

    private final DigestForm form;
    private final Digest whole;
    private final @Nullable String web;
    private final Map<String, ?> surroundings;
    private final String before;
    private final String after;
    private final Map<String, String> made = new HashMap<>();
    private final Map<Integer, Fragment> items = new HashMap<>();
    private final Map<Integer, String> times = new HashMap<>();

    DigestDocument(DigestForm form, Digest d, @Nullable String web, Map<String, ?> surroundings) {
        this.form = form;
        this.whole = d;
        this.web = web;
        this.surroundings = surroundings;
        Map<String, Object> model = new HashMap<>(surroundings);
        model.put("title", DisplayText.line(d.title(), 60));
        model.put("date", Dates.in(d.lang()).full(d.date()));
        model.put("zone", d.zone().getId());
        model.put("posts", d.posts());
        model.put("topics", d.sections().size());
        model.put("minutes", d.minutes());
        model.put("tags", tags(d.sections()));
        model.put("empty", d.isEmpty());
        model.put("lang", d.lang() == ReaderLanguage.ZH ? "zh-CN" : "en");
        model.put("body", BODY);
        String[] around = form.render("layout", d, model).split(BODY, 2);
        this.before = around[0];
        this.after = around.length < 2 ? "" : around[1];
    }

    /** Size of everything around the sections. */
    public int frameBytes() {
        return Fragment.utf8Length(before) + Fragment.utf8Length(after);
    }

    public int headingBytes(Section section) {
        return Fragment.utf8Length(heading(section)) + form.gap().length();
    }

    public int itemBytes(Story story, int size) {
        return item(story, size).utf8Bytes(story.number(), time(story))
                + form.gap().length();
    }

    /** Size of the line that stands for so many posts of a section. */
    public int moreBytes(Section section, int more) {
        return more == 0
                ? 0
                : Fragment.utf8Length(more(section.tag(), more)) + form.gap().length();
    }

    /** Size of the line that names the sections of which nothing is told. */
    public int leftBytes(List<Section> untold) {
        return untold.isEmpty()
                ? 0
                : Fragment.utf8Length(left(untold)) + form.gap().length();
    }

    /** Size of the note on generated summaries, where items of this size show any. */
    public int noteBytes(int size) {
        boolean noted = form.room(size).summary() > 0 && whole.hasGenerated();
        return noted ? Fragment.utf8Length(note()) + form.gap().length() : 0;
    }

    /** The whole digest, all items in one size. */
    public String write(int size) {
        return write(new SizeBudget.Fitted(whole, size, 0));
    }

    /** The document with what a budget left of the digest. */
    public String write(SizeBudget.Fitted fitted) {
        StringBuilder out = new StringBuilder(TYPICAL_LENGTH).append(before);
        List<Section> untold = new ArrayList<>();
        boolean noted = false;
        for (Section section : fitted.shown().sections()) {
            if (section.stories().isEmpty()) {
                untold.add(section);
                continue;
            }
            out.append(heading(section)).append(form.gap());
            for (Story story : section.stories()) {
                int size = fitted.sizeOf(story);
                item(story, size).append(out, story.number(), time(story));
                out.append(form.gap());
                noted |= story.generated() && form.room(size).summary() > 0;
            }
            if (section.more() > 0)
                out.append(more(section.tag(), section.more())).append(form.gap());
        }
        if (!untold.isEmpty()) out.append(left(untold)).append(form.gap());
        if (noted) out.append(note()).append(form.gap());
        return out.append(after).toString();
    }

    private Fragment item(Story story, int size) {
        return items.computeIfAbsent(story.number() * form.sizes() + size, k -> form.item(story, whole, size, web));
    }

    private String heading(Section section) {
        return made.computeIfAbsent(
                "heading " + section.tag(),
                k -> form.repeated(
                        "section",
                        whole,
                        Map.of(
                                "tag",
                                TagList.name(section.tag(), TAG_LENGTH, form.wording(whole)),
                                "count",
                                section.posts())));
    }

    private String more(String tag, int count) {
        return made.computeIfAbsent("more " + count + " " + tag, k -> moreLine(tag, count));
    }

    private String moreLine(String tag, int count) {
        String url = web == null || tag.isEmpty() ? "" : web + "/tags/" + Paths.segment(tag);
        boolean mail = Boolean.TRUE.equals(surroundings.get("replies"));
        return form.repeated(
                "more",
                whole,
                Map.of("tag", DisplayText.line(tag, TAG_LENGTH), "count", count, "url", url, "mail", mail));
    }

    private String left(List<Section> untold) {
        Map<String, Object> model = new HashMap<>();
        model.put("count", untold.stream().mapToInt(Section::more).sum());
        model.put("tags", tags(untold));
        return form.render("left", whole, model).strip();
    }

    private String note() {
        return form.repeated("note", whole, Map.of());
    }

    private String time(Story story) {
        return times.computeIfAbsent(
                story.number(), k -> Dates.in(whole.lang()).moment(story.lead().date(), whole.zone(), whole.date()));
    }

    private List<Map<String, Object>> tags(List<Section> sections) {
        return TagList.of(sections, MOST_TAGS, TAG_LENGTH, form.wording(whole));
    }
}
