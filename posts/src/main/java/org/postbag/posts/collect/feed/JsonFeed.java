package org.postbag.posts.collect.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.feed.FeedDocument.Feed;
import org.postbag.posts.collect.feed.FeedDocument.Not;

/**
 * JSON Feed 1.0 and 1.1 (jsonfeed.org), numbers for texts, lone values for lists and trailing commas forgiven.
 */
final class JsonFeed {
    private static final int MAX_DEPTH = 100;

    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(FeedParser.MAX_BYTES)
                    .build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build());

    FeedDocument read(String text, @Nullable String base) {
        JsonNode root;
        try {
            root = mapper.readTree(text);
        } catch (JsonProcessingException e) {
            return new Not(
                    "This looks like JSON but cannot be read: " + e.getOriginalMessage()
                            + ". Its publisher has to repair it.",
                    false);
        }
        JsonNode items = root.path("items");
        if (!items.isArray())
            return new Not("This is JSON, but not a JSON Feed: it has no list \"items\". Check the address.", false);
        String home = JsonFeedMapping.text(root, "home_page_url");
        String own = JsonFeedMapping.text(root, "feed_url");
        String from = base != null ? base : own != null ? own : home;
        JsonFeedMapping mapping = new JsonFeedMapping(from, JsonFeedMapping.authors(root));
        List<EntryDraft> drafts = new ArrayList<>();
        for (JsonNode item : items)
            if (item.isObject() && drafts.size() < XmlFeed.MAX_ENTRIES) drafts.add(mapping.item(item));
        String lang = JsonFeedMapping.text(root, "language");
        for (EntryDraft draft : drafts) if (draft.lang == null) draft.lang = lang;
        return new Feed(
                FeedKind.JSONFEED,
                Titles.line(root.path("title").asText("")),
                home == null ? null : Reference.resolve(from, home),
                lang,
                EntryIds.unique(drafts),
                null,
                Set.of(),
                Set.of(),
                0,
                items.size() > XmlFeed.MAX_ENTRIES);
    }
}
