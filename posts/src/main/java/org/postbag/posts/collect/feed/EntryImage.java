package org.postbag.posts.collect.feed;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The picture that a feed names for an entry: Media RSS, iTunes, an enclosure. Those within the text are not looked at. */
final class EntryImage {
    private EntryImage() {}

    static @Nullable String of(Fields fields, XmlScope scope) {
        String media = media(fields, scope);
        if (media != null) return media;
        for (Element group : fields.all("media:group", "media:content")) {
            String inner = media(Fields.of(group), scope);
            if (inner != null) return inner;
        }
        for (Element e : fields.all("itunes:image")) {
            String found = scope.address(e, e.hasAttr("href") ? e.attr("href") : Fields.text(e));
            if (found != null) return found;
        }
        for (Element e : fields.all("enclosure"))
            if (isImage(e)) return scope.address(e, e.hasAttr("url") ? e.attr("url") : e.attr("href"));
        for (Element e : fields.all("link", "atom:link"))
            if (e.attr("rel").equals("enclosure") && isImage(e)) return scope.address(e, e.attr("href"));
        Element image = fields.first("image");
        if (image == null) return null;
        String inner = Fields.of(image).text("url", "link");
        return scope.address(
                image, inner != null ? inner : image.hasAttr("href") ? image.attr("href") : image.ownText());
    }

    private static @Nullable String media(Fields fields, XmlScope scope) {
        for (Element e : fields.all("media:content"))
            if (e.hasAttr("url") && (e.attr("medium").equals("image") || isImage(e)))
                return scope.address(e, e.attr("url"));
        for (Element e : fields.all("media:thumbnail")) {
            String found = scope.address(e, e.hasAttr("url") ? e.attr("url") : Fields.text(e));
            if (found != null) return found;
        }
        return null;
    }

    private static boolean isImage(Element e) {
        return e.attr("type").startsWith("image/");
    }
}
