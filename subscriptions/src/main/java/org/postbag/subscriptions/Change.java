package org.postbag.subscriptions;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;

/**
 * What a change to a subscription may touch; null leaves a setting as it is.
 *
 * @param tags replaces the followed tags: at most 200, of 1 to 100 code points each; so do {@code mute}, {@code keywords}
 * @param quiet present but empty switches quiet hours off
 */
@SuppressWarnings("NullableOptional") // three answers are meant: leave, switch off, set
public record Change(
        @Nullable Set<String> tags,
        @Nullable Set<String> mute,
        @Nullable Set<String> keywords,
        @Nullable ReaderLanguage lang,
        @Nullable ZoneId zone,
        @Nullable LocalTime at,
        @Nullable Days days,
        @Nullable Length length,
        @Nullable Optional<Quiet> quiet) {

    private static final int MOST_WORDS = 200;
    private static final int LONGEST_WORD = 100;
    private static final Change NONE = new Change(null, null, null, null, null, null, null, null, null);

    /** @throws IllegalArgumentException for too many or unusable words, with a message for the person who typed them */
    public Change {
        tags = words("tags", tags);
        mute = words("mute", mute);
        keywords = words("keywords", keywords);
    }

    public static Change none() {
        return NONE;
    }

    private static @Nullable Set<String> words(String what, @Nullable Set<String> typed) {
        if (typed == null) return null;
        Set<String> words = new LinkedHashSet<>();
        for (String word : typed) words.add(word(what, word.strip()));
        if (words.size() > MOST_WORDS)
            throw new IllegalArgumentException(
                    what + ": " + words.size() + " are too many; name at most " + MOST_WORDS);
        return Collections.unmodifiableSet(words);
    }

    private static String word(String what, String word) {
        int length = word.codePointCount(0, word.length());
        if (length == 0 || length > LONGEST_WORD || word.codePoints().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException(
                    what + " '" + Shown.of(word) + "': use 1 to " + LONGEST_WORD + " characters on one line for each");
        return word;
    }

    public Change withTags(Set<String> tags) {
        return new Change(tags, mute, keywords, lang, zone, at, days, length, quiet);
    }

    public Change withMute(Set<String> mute) {
        return new Change(tags, mute, keywords, lang, zone, at, days, length, quiet);
    }

    public Change withKeywords(Set<String> keywords) {
        return new Change(tags, mute, keywords, lang, zone, at, days, length, quiet);
    }

    public Change withLang(ReaderLanguage lang) {
        return new Change(tags, mute, keywords, lang, zone, at, days, length, quiet);
    }

    public Change withZone(ZoneId zone) {
        return new Change(tags, mute, keywords, lang, zone, at, days, length, quiet);
    }

    public Change withAt(LocalTime at) {
        return new Change(tags, mute, keywords, lang, zone, at, days, length, quiet);
    }

    public Change withDays(Days days) {
        return new Change(tags, mute, keywords, lang, zone, at, days, length, quiet);
    }

    public Change withLength(Length length) {
        return new Change(tags, mute, keywords, lang, zone, at, days, length, quiet);
    }

    public Change withQuiet(Optional<Quiet> quiet) {
        return new Change(tags, mute, keywords, lang, zone, at, days, length, quiet);
    }
}
