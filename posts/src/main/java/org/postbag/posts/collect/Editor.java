package org.postbag.posts.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.store.Arrival.Published;
import org.postbag.posts.store.Article;
import org.postbag.posts.summary.Budget;
import org.postbag.posts.summary.Draft;
import org.postbag.posts.summary.ExtractiveSummarizer;
import org.postbag.posts.summary.Summaries;
import org.postbag.posts.summary.Summarizer;
import org.postbag.posts.text.Html;
import org.postbag.posts.text.Languages;
import org.postbag.posts.text.Links;
import org.postbag.posts.text.ReadingLength;
import org.postbag.posts.text.SearchWords;

/** Makes an article of a raw post: cleans it, tells its language, tags it, summarises it. Pure and thread safe. */
final class Editor {
    /** Part of every source's recipe: raise it when the same raw post would now become another article. */
    static final String VERSION = "3";

    /** The short summary and the long one. */
    private static final List<Budget> CJK = List.of(new Budget(90, 0, 2), new Budget(240, 0, 5));

    private static final List<Budget> OTHER = List.of(new Budget(0, 40, 2), new Budget(0, 110, 5));
    private static final int MAX_TITLE = 500;

    private final Tagger tagger;
    private final Summarizer summarizer;
    private final Summarizer plain = new ExtractiveSummarizer();
    private final Instant now;
    private final Html html = new Html();
    private final Languages languages = new Languages();
    private final SearchWords words = new SearchWords();

    /** @param now the date of posts that have none */
    Editor(Tagger tagger, Summarizer summarizer, Instant now) {
        this.tagger = tagger;
        this.summarizer = summarizer;
        this.now = now;
    }

    /** @param archiveBefore posts dated earlier go to the archive and are summarised at no cost; null for none */
    Published edit(Source source, RawPost raw, @Nullable Instant archiveBefore) {
        String base = raw.url() != null ? raw.url() : raw.base();
        String title = title(raw.title());
        Html.Cleaned clean = html.clean(raw.html(), title, base == null ? raw.from() : base);
        String text = clean.content().text();
        String prose = clean.prose().isBlank() ? text : clean.prose();
        String lang = languages.detect(title + "\n" + prose, raw.lang());
        Draft draft = new Draft(lang, title, prose);
        // What goes to the archive is in no digest: its summary is to cost nothing.
        boolean archived =
                archiveBefore != null && raw.date() != null && raw.date().isBefore(archiveBefore);
        Summaries made = (archived ? plain : summarizer).summarize(draft, Languages.isCjk(lang) ? CJK : OTHER);
        List<String> summaries = made.texts();
        Article article = new Article(
                title,
                raw.date() == null ? now : raw.date(),
                raw.updated(),
                line(raw.author()),
                link(raw.url()),
                link(raw.from()),
                lang,
                tagger.tag(tags(source, raw, title + "\n" + prose), title, text),
                lines(raw.categories()),
                summaries.get(0).isEmpty() ? title : summaries.get(0),
                summaries.get(1),
                made.generated(),
                ReadingLength.words(text),
                plain(raw.meta()),
                clean.content());
        return new Published(article, raw.date() == null, words.index(title), words.index(text));
    }

    /** Whether editing means waiting for another server. */
    boolean waits() {
        return summarizer.waits();
    }

    private static List<String> tags(Source source, RawPost raw, String text) {
        Set<String> all = new LinkedHashSet<>(lines(raw.tags()));
        boolean written = source.origin() instanceof Origin.Feed || source.origin() instanceof Origin.Page;
        if (written && all.isEmpty()) all.addAll(Hashtags.of(text));
        all.addAll(source.tags());
        return List.copyOf(all);
    }

    private static String title(String given) {
        String title = line(given);
        if (title == null || title.isBlank()) return "…";
        int length = title.codePointCount(0, title.length());
        return length <= MAX_TITLE ? title : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
    }

    private static @Nullable String link(@Nullable String address) {
        return address == null ? null : Links.clean(null, address).orElse(null);
    }

    private static List<String> lines(List<String> given) {
        List<String> lines = new ArrayList<>();
        for (String one : given) {
            String line = line(one);
            if (line != null && !line.isEmpty()) lines.add(line);
        }
        return lines;
    }

    /** One line without control characters, which no database or message takes. */
    private static @Nullable String line(@Nullable String s) {
        if (s == null) return null;
        StringBuilder out = new StringBuilder(s.length());
        s.strip().codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') out.append(' ');
            else if (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE) out.appendCodePoint(c);
        });
        return out.toString();
    }

    private static Map<String, Object> plain(Map<String, Object> meta) {
        Map<String, Object> plain = new LinkedHashMap<>();
        meta.forEach((key, value) -> {
            String name = line(key);
            if (name != null) plain.put(name, value);
        });
        return plain;
    }
}
