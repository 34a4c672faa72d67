package org.postbag.posts.collect.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the article that a page describes in JSON-LD with schema.org's words, alone, in a list or in a {@code @graph}. */
final class JsonLd {
    private static final int MAX_SCRIPTS = 20;
    private static final int MAX_SCRIPT = 1 << 20;
    private static final int MAX_NODES = 5_000;
    private static final int MAX_AUTHORS = 8;

    private static final Set<String> ARTICLES = Set.of(
            "Article",
            "NewsArticle",
            "BlogPosting",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "ReviewNewsArticle",
            "BackgroundNewsArticle",
            "TechArticle",
            "ScholarlyArticle",
            "LiveBlogPosting",
            "SocialMediaPosting",
            "DiscussionForumPosting",
            "Report",
            "Review",
            "Recipe",
            "AdvertiserContentArticle");

    /** Pages write JSON-LD by template: line breaks in strings and commas too many are common. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(MAX_SCRIPT)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private JsonLd() {}

    /**
     * @param author names, separated by ", "
     * @param body the text of the article, HTML or plain
     */
    record Described(
            @Nullable String headline,
            @Nullable String author,
            @Nullable String published,
            @Nullable String lang,
            @Nullable String image,
            @Nullable String body) {
        static final Described NOTHING = new Described(null, null, null, null, null, null);
    }

    static Described article(Document page) {
        int scripts = 0;
        JsonNode pageNode = null;
        for (Element script : page.select("script[type~=(?i)^application/ld\\+json]")) {
            if (++scripts > MAX_SCRIPTS) break;
            JsonNode root = read(script.data());
            if (root == null) continue;
            List<JsonNode> nodes = flat(root);
            for (JsonNode node : nodes) if (isOf(node, ARTICLES)) return described(node, nodes);
            for (JsonNode node : nodes) if (pageNode == null && isOf(node, Set.of("WebPage"))) pageNode = node;
        }
        if (pageNode == null) return Described.NOTHING;
        // A page is no article, but it was published as one.
        return new Described(
                null, null, text(pageNode.path("datePublished")), text(pageNode.path("inLanguage")), null, null);
    }

    private static @Nullable JsonNode read(String script) {
        String json = script.strip();
        if (json.isEmpty() || json.length() > MAX_SCRIPT) return null;
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // What cannot be read says nothing; the page has other ways to say it.
            return null;
        }
    }

    /** Every object, nearest the top first. */
    private static List<JsonNode> flat(JsonNode root) {
        List<JsonNode> objects = new ArrayList<>();
        Deque<JsonNode> queue = new ArrayDeque<>(List.of(root));
        int seen = 0;
        while (!queue.isEmpty() && ++seen < MAX_NODES) {
            JsonNode node = queue.remove();
            if (node.isObject()) objects.add(node);
            for (JsonNode child : node) if (child.isContainerNode()) queue.add(child);
        }
        return objects;
    }

    private static boolean isOf(JsonNode node, Set<String> types) {
        JsonNode type = node.path("@type");
        if (type.isTextual()) return types.contains(withoutVocabulary(type.asText()));
        for (JsonNode one : type) if (types.contains(withoutVocabulary(one.asText()))) return true;
        return false;
    }

    private static String withoutVocabulary(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
    }

    private static Described described(JsonNode node, List<JsonNode> all) {
        String headline = text(node.path("headline"));
        String published = text(node.path("datePublished"));
        String image = imageOf(node.path("image"), all);
        return new Described(
                headline == null ? text(node.path("name")) : headline,
                authors(node.path("author"), all),
                published == null ? text(node.path("dateCreated")) : published,
                text(node.path("inLanguage")),
                image == null ? text(node.path("thumbnailUrl")) : image,
                text(node.path("articleBody")));
    }

    private static @Nullable String authors(JsonNode author, List<JsonNode> all) {
        List<String> names = new ArrayList<>();
        if (author.isArray()) for (JsonNode one : author) add(names, nameOf(one, all));
        else add(names, nameOf(author, all));
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static void add(List<String> names, @Nullable String name) {
        if (name != null && names.size() < MAX_AUTHORS && !names.contains(name)) names.add(name);
    }

    private static @Nullable String nameOf(JsonNode author, List<JsonNode> all) {
        return author.isTextual() ? text(author) : text(referred(author, all).path("name"));
    }

    /** Within a {@code @graph} objects refer to each other by {@code @id}. */
    private static JsonNode referred(JsonNode node, List<JsonNode> all) {
        String id = node.path("@id").asText();
        if (id.isEmpty() || node.size() > 1) return node;
        for (JsonNode other : all)
            if (other.size() > 1 && other.path("@id").asText().equals(id)) return other;
        return node;
    }

    private static @Nullable String imageOf(JsonNode image, List<JsonNode> all) {
        JsonNode one = image.isArray() ? image.path(0) : image;
        if (one.isTextual()) return text(one);
        JsonNode object = referred(one, all);
        String address = text(object.path("url"));
        return address == null ? text(object.path("contentUrl")) : address;
    }

    private static @Nullable String text(JsonNode node) {
        JsonNode one = node.isArray() ? node.path(0) : node;
        if (!one.isValueNode()) return null;
        String text = Parser.unescapeEntities(one.asText(), false).strip();
        return text.isEmpty() || text.equals("null") ? null : text;
    }
}
