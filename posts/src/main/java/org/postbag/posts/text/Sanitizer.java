package org.postbag.posts.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of a page only what may be shown to a reader: known elements without scripts or styles, links and pictures of
 * the web; other frames than videos go. What belongs to the article is decided before, in {@link Html}. Thread safe.
 */
final class Sanitizer {
    private static final Evaluator FRAMES = QueryParser.parse("iframe, video");
    private static final Evaluator LINKS = QueryParser.parse("a[href]");
    private static final Pattern VIDEO = Pattern.compile(
            "(?i)https?://(?:[^/]*\\.)?(?:youtube(?:-nocookie)?\\.com|youtu\\.be|vimeo\\.com|bilibili\\.com|v\\.qq\\.com|"
                    + "youku\\.com|dailymotion\\.com|ted\\.com)/.*");

    private final Cleaner cleaner = new Cleaner(safelist());

    /** @param base absolute address that relative links are resolved against, or null */
    Document sanitize(Document page, @Nullable String base) {
        frames(page.body());
        links(page.body(), base);
        Document clean = cleaner.clean(page);
        clean.outputSettings().prettyPrint(false);
        return clean;
    }

    private static Safelist safelist() {
        return new Safelist()
                .addTags(
                        "a",
                        "abbr",
                        "b",
                        "blockquote",
                        "br",
                        "caption",
                        "cite",
                        "code",
                        "col",
                        "colgroup",
                        "dd",
                        "del",
                        "details",
                        "dfn",
                        "div",
                        "dl",
                        "dt",
                        "em",
                        "figcaption",
                        "figure",
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6",
                        "hr",
                        "i",
                        "img",
                        "ins",
                        "kbd",
                        "li",
                        "mark",
                        "ol",
                        "p",
                        "pre",
                        "q",
                        "rp",
                        "rt",
                        "ruby",
                        "s",
                        "samp",
                        "small",
                        "span",
                        "strike",
                        "strong",
                        "sub",
                        "summary",
                        "sup",
                        "table",
                        "tbody",
                        "td",
                        "tfoot",
                        "th",
                        "thead",
                        "time",
                        "tr",
                        "u",
                        "ul",
                        "var",
                        "wbr")
                .addAttributes("a", "href", "title")
                .addAttributes("img", "src", "alt", "title", "width", "height")
                .addAttributes("ol", "start")
                .addAttributes("td", "colspan", "rowspan")
                .addAttributes("th", "colspan", "rowspan", "scope")
                .addAttributes("time", "datetime")
                .addAttributes("abbr", "title")
                .addAttributes(":all", "lang", "dir")
                .addProtocols("a", "href", "http", "https", "mailto")
                .addProtocols("img", "src", "http", "https")
                .addEnforcedAttribute("a", "rel", "nofollow noopener");
    }

    /** A video becomes a link to it; any other frame goes. */
    private static void frames(Element body) {
        for (Element frame : body.select(FRAMES)) {
            String address = frame.attr("src").isEmpty() ? frame.attr("data-src") : frame.attr("src");
            if (address.startsWith("//")) address = "https:" + address;
            if (VIDEO.matcher(address).matches()) {
                String name = frame.attr("title").isBlank() ? address : frame.attr("title");
                frame.replaceWith(new Element("a").attr("href", address).text(name));
            } else {
                frame.remove();
            }
        }
    }

    private static void links(Element body, @Nullable String base) {
        for (Element link : body.select(LINKS)) {
            String href = link.attr("href").strip();
            if (href.regionMatches(true, 0, "mailto:", 0, 7)) continue;
            Optional<String> address = href.startsWith("#") ? Optional.empty() : Links.clean(base, href);
            if (address.isPresent()) link.attr("href", address.get());
            else link.unwrap();
        }
    }
}
