package org.postbag.digest;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * An article's HTML made to stand inside a page or a mail: filtered a second time, mended ({@link ArticleMending}), headings below the page's own, images
 * either shown or told. The first cleaning, which knows adverts from text, is {@code posts.text}'s.
 */
public final class ArticleHtml {

    /** What becomes of images. */
    public enum Images {
        /** Shown, no wider than the text. */
        SHOWN,
        /** A link with the image's description: a page of ours asks no other host for anything. */
        LINKED
    }

    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags("figure", "figcaption", "hr", "s", "del", "ins", "kbd", "mark", "section", "article")
            .removeAttributes("a", "title")
            .removeAttributes("img", "align", "title", "width", "height")
            .removeProtocols("a", "href", "ftp");

    private static final Pattern TRAILING = Pattern.compile("[ \\t]+$", Pattern.MULTILINE);

    private ArticleHtml() {}

    /** @param imageWord what an image without a description is called */
    public static String of(String html, Images images, String imageWord) {
        Document dirty = Jsoup.parseBodyFragment(html);
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        ArticleMending.mend(clean.body());
        for (Element link : clean.select("a")) {
            String href = Markup.webLink(link.attr("href"));
            if (href == null) link.unwrap();
            else link.attr("href", href).attr("rel", "noopener noreferrer");
        }
        for (Element image : clean.select("img")) image(image, images, imageWord);
        clean.outputSettings().escapeMode(Entities.EscapeMode.xhtml);
        return TRAILING.matcher(DisplayText.clean(clean.body().html())).replaceAll("");
    }

    /** Whether a reader sees nothing of it: no word and no picture. */
    public static boolean isBlank(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        return DisplayText.isBlank(body.text()) && body.selectFirst("img") == null;
    }

    private static void image(Element image, Images images, String imageWord) {
        String link = Markup.webLink(image.attr("src"));
        String alt = DisplayText.line(image.attr("alt"), 200);
        if (link == null) {
            image.remove();
        } else if (images == Images.SHOWN) {
            image.attr("src", link).attr("alt", alt).attr("style", "max-width:100%;height:auto;border:0");
        } else {
            String label = "🖼 " + (alt.isEmpty() ? imageWord : alt);
            if (image.closest("a") != null) image.replaceWith(new Element("span").text(label));
            else
                image.replaceWith(new Element("a")
                        .attr("href", link)
                        .attr("rel", "noopener noreferrer")
                        .text(label));
        }
    }
}
