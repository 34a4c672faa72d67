package org.postbag.posts.collect.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.Html;
import org.postbag.posts.text.Languages;

/**
 * Makes an article of a web page: {@link ArticleFinder} finds where it stands, {@link Html} cleans it, and the page's
 * metadata says who wrote it and when. Pure and thread safe; whatever a page holds, its answer comes in a time that
 * grows with the page's size, and no page makes it throw.
 */
public final class ArticleExtractor {
    private final Html html = new Html();
    private final Languages languages = new Languages();
    private final ArticleFinder finder = new ArticleFinder();
    private final ZoneId zone;

    public ArticleExtractor() {
        this(ZoneOffset.UTC);
    }

    /** @param zone where times that name no zone were written */
    public ArticleExtractor(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param page as it came; of more than 6 million characters or 100,000 tags the rest is left out
     * @param contentType of the HTTP answer, for its character set
     * @param address of the page; without one relative links lose their targets
     */
    public Extracted extract(byte[] page, @Nullable String contentType, @Nullable String address) {
        Document document = PageMarkup.parse(page, contentType, address);
        MetaTags meta = new MetaTags(document);
        JsonLd.Described described = JsonLd.article(document);
        Nearby nearby = Nearby.of(document);
        String title = Titles.choose(document, meta, described, nearby);
        String byline = Bylines.choose(document, meta, described, nearby);
        Instant published = Published.choose(document, meta, described, nearby, address, zone);

        String article = finder.find(document, described.body(), title, byline);
        Html.Cleaned cleaned = clean(article, title, PageMarkup.base(document));
        String text = cleaned.content().text();
        String clean = text.isEmpty() ? "" : cleaned.content().html();
        return new Extracted(
                title,
                byline,
                published,
                language(document, meta, described, text.isEmpty() && title != null ? title : text),
                LeadImage.choose(document, meta, described, clean),
                clean,
                text);
    }

    private Html.Cleaned clean(String article, @Nullable String title, @Nullable String base) {
        try {
            return html.clean(article, title, base);
        } catch (Html.TooMuchMarkup e) {
            // Ill-formed pages grow by the tags that they left open; their text is what remains.
            return html.clean(ArticleFinder.paragraphs(PageMarkup.text(article)), title, base);
        }
    }

    private @Nullable String language(Document page, MetaTags meta, JsonLd.Described described, String text) {
        Element root = page.selectFirst("html[lang]");
        String declared = root == null ? "" : root.attr("lang").strip();
        if (declared.isEmpty()) {
            String said = meta.first("og:locale", "content-language", "language", "dc.language", "inlanguage");
            declared = said == null ? described.lang() == null ? "" : described.lang() : said;
        }
        String lang = languages.detect(text, declared.isEmpty() ? null : declared);
        return lang.equals("und") ? null : lang;
    }
}
