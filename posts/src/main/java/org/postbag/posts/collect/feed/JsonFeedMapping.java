package org.postbag.posts.collect.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Items of a JSON Feed; {@link JsonFeed} reads the document around them. */
final class JsonFeedMapping {
    private static final int MAX_TAGS = 100;

    private final @Nullable String base;
    private final @Nullable Authors feedAuthor;

    JsonFeedMapping(@Nullable String base, @Nullable Authors feedAuthor) {
        this.base = base;
        this.feedAuthor = feedAuthor;
    }

    EntryDraft item(JsonNode item) {
        EntryDraft draft = new EntryDraft();
        draft.base = base == null ? "" : base;
        draft.id = text(item, "id");
        draft.url = url(item);
        draft.title = Titles.line(item.path("title").asText(""));
        draft.published = FeedDates.parse(text(item, "date_published"));
        draft.updated = FeedDates.parse(text(item, "date_modified"));
        Authors author = authors(item);
        draft.author = author != null ? author : feedAuthor;
        draft.tags = tags(item);
        draft.content = content(item);
        String summary = text(item, "summary");
        draft.summary = summary == null ? null : Markup.escape(summary);
        draft.lang = text(item, "language");
        draft.image = image(item);
        return draft;
    }

    private @Nullable String url(JsonNode item) {
        for (String name : List.of("url", "external_url", "id")) {
            String written = text(item, name);
            if (written == null || (name.equals("id") && !written.startsWith("http"))) continue;
            String url = Reference.resolve(base, written);
            if (url != null && Reference.isSafe(url)) return url;
        }
        return null;
    }

    private @Nullable String content(JsonNode item) {
        String html = text(item, "content_html");
        if (html != null) return HtmlValues.absolute(html, base);
        String plain = text(item, "content_text");
        return plain == null ? null : Markup.escape(plain).replace("\n", "<br>\n");
    }

    private @Nullable String image(JsonNode item) {
        for (String name : List.of("image", "banner_image")) {
            String written = text(item, name);
            String image = written == null ? null : Reference.resolve(base, written);
            if (image != null && Reference.isSafe(image)) return image;
        }
        for (JsonNode attachment : item.path("attachments"))
            if (attachment.path("mime_type").asText("").startsWith("image/"))
                return Reference.resolve(base, attachment.path("url").asText(""));
        return null;
    }

    /** {@code authors} of 1.1, {@code author} of 1.0. */
    static @Nullable Authors authors(JsonNode node) {
        JsonNode several = node.path("authors");
        Stream<JsonNode> all = several.isArray() && !several.isEmpty()
                ? Stream.iterate(0, i -> i < several.size(), i -> i + 1).map(several::get)
                : Stream.of(node.path("author"));
        List<Persons.Person> persons = new ArrayList<>();
        all.limit(MAX_TAGS).forEach(author -> {
            String name = author.isTextual() ? author.asText() : text(author, "name");
            Persons.Person person = Persons.parse(name != null ? name : text(author, "url"));
            if (person != null) persons.add(person);
        });
        return Persons.join(persons);
    }

    private static List<String> tags(JsonNode item) {
        JsonNode written = item.path("tags");
        Set<String> tags = new LinkedHashSet<>();
        if (written.isTextual()) for (String tag : written.asText().split(",", MAX_TAGS)) add(tag, tags);
        for (JsonNode tag : written) if (tag.isValueNode()) add(tag.asText(), tags);
        return new ArrayList<>(tags);
    }

    private static void add(String written, Set<String> tags) {
        String tag = Titles.line(written);
        if (tag != null && tags.size() < MAX_TAGS) tags.add(tag);
    }

    /** @return a text, or a number as text; null when there is none */
    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isValueNode() || value.isNull()) return null;
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }
}
