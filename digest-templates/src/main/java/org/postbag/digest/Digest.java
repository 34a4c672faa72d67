package org.postbag.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;

/**
 * What one reader is told of one stretch of time, before any limit of a channel is applied.
 *
 * @param title the installation's name, shown at the head
 * @param date the reader's calendar day of {@code to}
 * @param zone the reader's zone, in which all times are shown
 * @param from start of the stretch, inclusive
 * @param to end of the stretch, exclusive
 * @param posts all posts, those under "more" and "also" counted too
 * @param stories all stories, those under "more" counted too
 * @param sections in the order they are shown
 * @param lang the language of everything that is not the posts' own
 * @param minutes time to read what the digest itself says, at least 1
 */
public record Digest(
        String title,
        LocalDate date,
        ZoneId zone,
        Instant from,
        Instant to,
        int posts,
        int stories,
        List<Section> sections,
        ReaderLanguage lang,
        Length length,
        int minutes) {

    public Digest {
        sections = List.copyOf(sections);
    }

    /** Whether it tells nothing: there are no posts, or only such as retell what the reader was sent before. */
    public boolean isEmpty() {
        for (Section section : sections) if (!section.stories().isEmpty()) return false;
        return true;
    }

    /** Whether a summary it shows was written by a language model. */
    public boolean hasGenerated() {
        for (Section section : sections) for (Story story : section.stories()) if (story.generated()) return true;
        return false;
    }

    /** The same digest under another day's name. */
    public Digest withDate(LocalDate other) {
        return new Digest(title, other, zone, from, to, posts, stories, sections, lang, length, minutes);
    }

    /** The stories that have a number, in the order of their numbers. */
    public List<Story> numbered() {
        return sections.stream().flatMap(s -> s.stories().stream()).toList();
    }

    /** The story that a reader's number means. */
    public Optional<Story> story(int number) {
        return sections.stream()
                .flatMap(s -> s.stories().stream())
                .filter(s -> s.number() == number)
                .findFirst();
    }

    /** The same digest with each section replaced. */
    public Digest mapSections(UnaryOperator<Section> change) {
        List<Section> changed = sections.stream().map(change).toList();
        return new Digest(title, date, zone, from, to, posts, stories, changed, lang, length, minutes);
    }
}
