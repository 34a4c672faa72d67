package org.postbag.digest.email;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Digest;
import org.postbag.digest.Section;
import org.postbag.digest.Story;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.ReaderLanguage;

/**
 * Digests already written, without what is one reader's own ({@link PersonalLinks}): readers who follow the same topics get
 * the same digest, so only a few different ones are made for many readers. Kept by value in a bounded number of characters;
 * losing one costs time and nothing else. Thread safe.
 */
final class SharedDigests {

    /** About 12 MB of Chinese text, some hundred different digests. */
    private static final long MOST_CHARACTERS = 6_000_000;

    private static final int MOST_DIGESTS = 1000;

    /** A mail with gaps. */
    record Written(String subject, String preheader, PersonalLinks.Shared html, PersonalLinks.Shared text) {}

    /** All that the looks of a digest depend on; a revision of a post never changes. */
    private record Key(
            String title,
            LocalDate date,
            ZoneId zone,
            ReaderLanguage lang,
            Length length,
            int posts,
            int minutes,
            List<Object> sections,
            EmailLinks links,
            int room) {}

    private record Told(
            int number, PostRef lead, List<PostRef> also, String summary, boolean update, boolean generated) {}

    /** By value, for digests that were built apart. */
    private final Cache<Key, Written> kept;

    /** By identity, for a digest that many readers get one after the other. */
    private final Cache<Digest, Latest> latest =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_DIGESTS).build();

    private record Latest(EmailLinks links, int room, Written written) {}

    SharedDigests() {
        Weigher<Key, Written> weigher =
                (key, mail) -> 500 + mail.html().length() + mail.text().length();
        kept = Caffeine.newBuilder()
                .maximumWeight(MOST_CHARACTERS)
                .weigher(weigher)
                .build();
    }

    /**
     * The kept mail, or a new one.
     *
     * @param links with gaps for what is the reader's own
     * @param room bytes set aside for that
     */
    Written of(Digest d, EmailLinks links, int room, Supplier<Written> write) {
        @Nullable Latest last = latest.getIfPresent(d);
        if (last != null && last.room() == room && last.links().equals(links)) return last.written();
        Written written = byValue(d, links, room, write);
        latest.put(d, new Latest(links, room, written));
        return written;
    }

    private Written byValue(Digest d, EmailLinks links, int room, Supplier<Written> write) {
        Key key = new Key(
                d.title(), d.date(), d.zone(), d.lang(), d.length(), d.posts(), d.minutes(), sections(d), links, room);
        @Nullable Written found = kept.getIfPresent(key);
        if (found == null) {
            found = write.get();
            kept.put(key, found);
        }
        return found;
    }

    private static List<Object> sections(Digest d) {
        List<Object> all = new ArrayList<>();
        for (Section section : d.sections()) {
            all.add(section.tag());
            all.add(section.more());
            for (Story story : section.stories())
                all.add(new Told(
                        story.number(),
                        story.lead().ref(),
                        story.also().isEmpty()
                                ? List.of()
                                : story.also().stream().map(Post::ref).toList(),
                        story.summary(),
                        story.update(),
                        story.generated()));
        }
        return all;
    }
}
