package org.postbag.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.ReaderLanguage;

/**
 * A digest frozen for the ledger: everything but the posts themselves, which are named by id and revision. With the same
 * posts {@link #digest} gives the same digest, so a retry sends the same and the numbers a reader answers with hold.
 *
 * @param pages which numbers stand in which message, in order; see {@code TelegramRenderer.paginate}
 */
public record Manifest(
        String title,
        LocalDate date,
        ZoneId zone,
        Instant from,
        Instant to,
        int posts,
        int stories,
        List<Part> sections,
        ReaderLanguage lang,
        Length length,
        int minutes,
        List<List<Integer>> pages) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A {@link Section} by reference. */
    public record Part(String tag, List<Item> stories, int more) {
        public Part {
            stories = List.copyOf(stories);
        }
    }

    /** A {@link Story} by reference. */
    public record Item(int number, PostRef lead, List<PostRef> also, String reason, boolean update) {
        public Item {
            also = List.copyOf(also);
        }
    }

    public Manifest {
        sections = List.copyOf(sections);
        pages = pages.stream().map(List::copyOf).toList();
    }

    public static Manifest of(Digest d, List<List<Integer>> pages) {
        List<Part> parts = new ArrayList<>();
        for (Section section : d.sections()) {
            List<Item> items = section.stories().stream()
                    .map(s -> new Item(
                            s.number(),
                            s.lead().ref(),
                            s.also().stream().map(Post::ref).toList(),
                            s.reason(),
                            s.update()))
                    .toList();
            parts.add(new Part(section.tag(), items, section.more()));
        }
        return new Manifest(
                d.title(),
                d.date(),
                d.zone(),
                d.from(),
                d.to(),
                d.posts(),
                d.stories(),
                parts,
                d.lang(),
                d.length(),
                d.minutes(),
                pages);
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the manifest of '" + title + "', " + date + " cannot be written", e);
        }
    }

    /**
     * Reads what {@link #toJson} wrote; fields of a newer version are passed over.
     *
     * @throws IllegalArgumentException when it is no manifest
     */
    public static Manifest parse(String json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a digest's manifest: " + e.getOriginalMessage(), e);
        }
    }

    /** Every post that is told, leads and also, in the order of the numbers. */
    public Set<PostRef> refs() {
        Set<PostRef> refs = new LinkedHashSet<>();
        items().forEach(item -> refs.addAll(refs(item)));
        return refs;
    }

    /** The posts of one number, lead first; empty when the digest has no such number. */
    public List<PostRef> refs(int number) {
        return items().filter(item -> item.number() == number)
                .findFirst()
                .map(Manifest::refs)
                .orElse(List.of());
    }

    /**
     * The digest again. A post that is no longer there is left out; where it was the lead, the next that tells the story
     * takes its place, and a story without any post is counted under "more".
     */
    public Digest digest(Map<PostRef, Post> found) {
        List<Section> whole = new ArrayList<>();
        for (Part part : sections) {
            List<Story> told = new ArrayList<>();
            int lost = 0;
            for (Item item : part.stories()) {
                List<Post> there = refs(item).stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .toList();
                if (there.isEmpty()) {
                    lost += refs(item).size();
                    continue;
                }
                Post lead = there.get(0);
                told.add(Story.of(
                        item.number(), lead, there.subList(1, there.size()), length, item.reason(), item.update()));
            }
            whole.add(new Section(part.tag(), told, part.more() + lost));
        }
        return new Digest(title, date, zone, from, to, posts, stories, whole, lang, length, minutes);
    }

    private Stream<Item> items() {
        return sections.stream().flatMap(part -> part.stories().stream());
    }

    private static List<PostRef> refs(Item item) {
        List<PostRef> refs = new ArrayList<>();
        refs.add(item.lead());
        refs.addAll(item.also());
        return refs;
    }
}
