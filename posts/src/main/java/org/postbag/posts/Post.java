package org.postbag.posts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One published post at one revision, without its body (see {@link Content}).
 *
 * @param id identity within this installation; stays the same through updates
 * @param revision 1 for the first version stored, one more for each stored change
 * @param source id of the source it came from
 * @param path its identity within the source: a path below the folder, a feed's guid, a link
 * @param title plain text, never empty
 * @param date when it was published
 * @param updated when the source last changed it, where the source says so
 * @param author one line, names joined with commas
 * @param url where it is read on the publisher's site, tracking parameters removed
 * @param from the original it was taken from ({@code from} in front matter)
 * @param lang BCP 47 tag of the text, e.g. {@code zh-Hans}, {@code en}
 * @param tags as the source says them, then aliases and rules applied
 * @param categories as the source says them
 * @param summary one or two sentences, plain text
 * @param longSummary up to five sentences, plain text
 * @param words reading length: Han, kana and hangul characters count one each, other words one each
 * @param story id of the story it tells, shared with the posts that tell the same; 0 until clustered
 * @param meta front matter that has no field of its own; JSON-like values
 * @param number place in the order of commits, what cursors compare; 0 for archived posts and those of the future
 * @param firstNumber its first number; smaller than {@code number} after a material update
 * @param repeats whether an earlier post told its story and it adds nothing of weight
 * @param generated whether its summaries were written by a language model, and checked against the text
 */
public record Post(
        long id,
        int revision,
        String source,
        String path,
        String title,
        Instant date,
        @Nullable Instant updated,
        @Nullable String author,
        @Nullable String url,
        @Nullable String from,
        String lang,
        List<String> tags,
        List<String> categories,
        String summary,
        String longSummary,
        int words,
        long story,
        Map<String, Object> meta,
        long number,
        long firstNumber,
        boolean repeats,
        boolean generated) {

    public Post {
        if (title.isBlank()) throw new IllegalArgumentException("post " + source + ":" + path + " has no title");
        if (revision < 1) throw new IllegalArgumentException("revision " + revision + " of post " + id);
        tags = List.copyOf(tags);
        categories = List.copyOf(categories);
        meta = Map.copyOf(meta);
    }

    public PostRef ref() {
        return new PostRef(id, revision);
    }

    /** What it is grouped and followed by: its tags, or its categories when it has none. */
    public List<String> topics() {
        return tags.isEmpty() ? categories : tags;
    }

    /** Where a reader should be sent: the publisher's page, or else the original. */
    public @Nullable String link() {
        return url != null ? url : from;
    }
}
