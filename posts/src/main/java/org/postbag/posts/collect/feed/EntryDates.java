package org.postbag.posts.collect.feed;

import java.time.Instant;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** When an entry appeared and when it was changed; each dialect and module has its own words. */
final class EntryDates {
    private EntryDates() {}

    static void fill(Fields fields, EntryDraft draft) {
        Instant dublin = first(fields, "dc:date", "dcterms:date");
        draft.published = first(
                fields,
                "pubdate",
                "published",
                "issued",
                "atom:published",
                "atom:issued",
                "dcterms:issued",
                "publicationdate");
        draft.updated = first(
                fields,
                "updated",
                "modified",
                "atom:updated",
                "atom:modified",
                "dcterms:modified",
                "lastbuilddate",
                "lastmod",
                "dcterms:updated");
        if (draft.updated == null) draft.updated = dublin;
        if (draft.published == null) draft.published = dublin;
        if (draft.published == null)
            draft.published = first(
                    fields, "created", "atom:created", "dcterms:created", "dcterms:available", "date", "dcterms:valid");
    }

    private static @Nullable Instant first(Fields fields, String... names) {
        for (Element e : fields.all(names)) {
            Instant found = FeedDates.parse(Fields.text(e));
            if (found != null) return found;
        }
        return null;
    }
}
