package org.postbag.posts.collect.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is about: {@code category} of RSS and Atom, {@code dc:subject}, iTunes and Media RSS keywords. A term is
 * the tag; its label stands in when the term is missing or an address.
 */
final class Categories {
    private static final int MAX_TAGS = 100;
    private static final int MAX_LENGTH = 200;

    private final Set<String> tags = new LinkedHashSet<>();

    static List<String> of(Fields fields) {
        Categories found = new Categories();
        for (Element e : fields.all("category", "atom:category", "dc:subject", "dcterms:subject", "tag"))
            found.category(e);
        for (Element e : fields.all("itunes:category")) found.itunes(e);
        for (Element e : fields.all("itunes:keywords", "media:keywords", "keywords")) found.list(Fields.text(e));
        for (Element e : fields.all("media:category")) found.category(e);
        for (Element e : fields.all("media:group", "media:content")) {
            for (Element inner : Fields.of(e).all("media:category")) found.category(inner);
            for (Element inner : Fields.of(e).all("media:keywords")) found.list(Fields.text(inner));
        }
        return new ArrayList<>(found.tags);
    }

    private void category(Element e) {
        String term = e.attr("term");
        String label = e.attr("label");
        String text = Fields.text(e);
        boolean address = term.startsWith("http://") || term.startsWith("https://");
        if (!term.isBlank() && !(address && !label.isBlank())) add(term);
        else if (!text.isEmpty()) add(text);
        else if (!label.isBlank()) add(label);
        else add(e.attr("text"));
    }

    /** Apple nests the narrower category in the broader. */
    private void itunes(Element e) {
        add(e.hasAttr("text") ? e.attr("text") : e.ownText());
        for (Element inner : Fields.of(e).all("itunes:category")) add(inner.attr("text"));
    }

    private void list(String text) {
        for (String word : text.split(",", MAX_TAGS + 1)) add(word);
    }

    private void add(@Nullable String written) {
        String tag = Titles.guessed(written);
        if (tag != null && tag.length() <= MAX_LENGTH && tags.size() < MAX_TAGS) tags.add(tag);
    }
}
