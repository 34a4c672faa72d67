package org.postbag.posts.collect.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Decides which element of a page is its article: what {@link Readability} finds, unless that is so little of what the page
 * declares ({@link Regions}, JSON-LD) or visibly holds ({@link TextDensity}) that it must have missed it. {@link
 * ArticleEdges} trims what it found.
 */
final class ArticleFinder {
    /** Less than this is rather a teaser than an article. */
    private static final int LITTLE = 200;

    private static final double MUCH_MORE = 2.0;

    private static final Pattern HOST = Pattern.compile("^(?:https?:)?//(?:www\\.|player\\.)?([\\w.-]{3,80})");

    private static final int SMALL_PART = 5;

    private final Readability readability = new Readability();

    /**
     * The article's HTML, not cleaned; empty when the page has none. The page is left as it was.
     *
     * @param described the article's text as the page's metadata has it
     */
    String find(Document page, @Nullable String described, @Nullable String title, @Nullable String byline) {
        Document copy = page.clone();
        Surroundings.remove(copy);
        Element body = copy.body();
        Element found = choose(readability.article(copy), body);
        Prose prose = found == null ? new Prose(0, 0) : Prose.of(found);
        if (described != null
                && isMore(Prose.of(Jsoup.parseBodyFragment(described).body()), prose.own()))
            return paragraphs(described);
        if (found == null) return "";
        ArticleEdges.trim(found, title, byline);
        shield(found, prose.own());
        nameFrames(found);
        return found.outerHtml();
    }

    private static @Nullable Element choose(@Nullable Element found, Element body) {
        int have = found == null ? 0 : Prose.of(found).own();
        Element declared = Regions.declared(body);
        if (declared != null && isMore(Prose.of(declared), have)) return declared;
        if (found != null && have >= LITTLE) return found;
        Element dense = TextDensity.pick(body);
        return dense != null && isMore(Prose.of(dense), have) ? dense : found;
    }

    /** A video without a name becomes a link that names its site, not one that spells its address. */
    private static void nameFrames(Element article) {
        for (Element frame : article.getElementsByTag("iframe")) {
            Matcher host = frame.attr("title").isBlank() ? HOST.matcher(frame.attr("src")) : null;
            if (host != null && host.find()) frame.attr("title", host.group(1));
        }
    }

    /**
     * What holds a good part of the article is no advert, whatever it is called, and is seen, though a script may have to
     * show it: cleaning must not judge it by its names.
     */
    private static void shield(Element article, int all) {
        for (Element e : article.getAllElements()) {
            boolean suspect = e.hasAttr("class") || e.hasAttr("id") || e.hasAttr("hidden") || e.hasAttr("style");
            if (!suspect || SMALL_PART * Prose.of(e).own() <= all) continue;
            for (String name : new String[] {"class", "id", "hidden", "style"}) e.removeAttr(name);
        }
    }

    private static boolean isMore(Prose other, int have) {
        return other.linkDensity() < 0.4 && other.own() > MUCH_MORE * have + 100;
    }

    /** Metadata holds plain text as often as HTML. */
    static String paragraphs(String described) {
        if (described.contains("<p")) return described;
        StringBuilder html = new StringBuilder();
        for (String paragraph : described.split("\\n\\s*", -1))
            if (!paragraph.isBlank())
                html.append("<p>").append(Entities.escape(paragraph)).append("</p>");
        return html.toString();
    }
}
