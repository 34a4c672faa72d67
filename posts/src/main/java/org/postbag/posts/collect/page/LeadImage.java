package org.postbag.posts.collect.page;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.text.Links;

/** Chooses the picture that a page leads with: the one it names itself, else the first large one of its article. */
final class LeadImage {
    private static final int LARGE = 200;
    private static final Pattern DECORATION = Pattern.compile(
            "(?i).*(?:logo|favicon|placeholder|avatar|sprite|blank|spacer|pixel|default[-_]?(?:image|share|og)|\\.svg(?:\\?.*)?$).*");

    private LeadImage() {}

    /** @param html the cleaned article, addresses absolute */
    static @Nullable String choose(Document page, MetaTags meta, JsonLd.Described described, String html) {
        String base = PageMarkup.base(page);
        Element linked = page.selectFirst("link[rel=image_src][href]");
        String[] named = {
            meta.first("og:image", "og:image:url", "og:image:secure_url"),
            meta.first("twitter:image", "twitter:image:src"),
            described.image(),
            linked == null ? null : linked.attr("href"),
            meta.first("image", "thumbnail", "parsely-image-url", "sailthru.image.full")
        };
        for (String address : named) {
            if (address == null) continue;
            Optional<String> absolute = Links.clean(base, address);
            if (absolute.isPresent() && !DECORATION.matcher(absolute.get()).matches()) return absolute.get();
        }
        for (Element picture : Jsoup.parseBodyFragment(html).select("img[src]")) {
            String address = picture.attr("src");
            if (!isSmall(picture) && !DECORATION.matcher(address).matches()) return address;
        }
        return null;
    }

    private static boolean isSmall(Element picture) {
        return isSmall(picture.attr("width")) || isSmall(picture.attr("height"));
    }

    private static boolean isSmall(String pixels) {
        return pixels.matches("\\d{1,5}(?:px)?") && Integer.parseInt(pixels.replace("px", "")) < LARGE / 2;
    }
}
