package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Nearest;
import org.postbag.posts.collect.Tagger;
import org.postbag.posts.store.TagCount;
import org.postbag.posts.text.Han;

/**
 * Which of the tags there are somebody means by what was typed: case, width and Chinese forms do not matter. A tag that
 * no post has may come with tomorrow's, so it is worth a remark and is no mistake.
 */
public final class KnownTags {
    private final List<TagCount> all;
    private final Tagger tagger;
    private final Han han = new Han();
    private final Map<String, String> names = new HashMap<>();

    /** @param all as the store counts them now */
    public KnownTags(List<TagCount> all, Tagger tagger) {
        this.all = List.copyOf(all);
        this.tagger = tagger;
        for (TagCount tag : all) names.putIfAbsent(han.fold(tag.tag()), tag.tag());
    }

    public List<TagCount> all() {
        return all;
    }

    /** The tag by the name its posts have, or else by the one it would get. */
    public String named(String typed) {
        String plain = typed.strip().startsWith("#") ? typed.strip().substring(1) : typed;
        String canonical = tagger.canonical(plain);
        return names.getOrDefault(han.fold(canonical), canonical);
    }

    public boolean same(String one, String other) {
        return han.fold(one).equals(han.fold(other));
    }

    public boolean among(Collection<String> tags, String tag) {
        return tags.stream().anyMatch(other -> same(other, tag));
    }

    /** The tags of a line: parted by commas, or by blanks unless the words between two commas are one tag. */
    List<String> read(String line) {
        List<String> read = new ArrayList<>();
        for (String part : line.split("[,，、;；\\n]+", -1)) {
            if (part.isBlank()) continue;
            if (exists(named(part))) read.add(named(part));
            else for (String word : part.strip().split("\\s+", -1)) read.add(named(word));
        }
        return read.stream().filter(tag -> !tag.isEmpty()).distinct().toList();
    }

    public boolean exists(String tag) {
        return names.containsKey(han.fold(tag));
    }

    /** What to remark on tags that no post has so far; empty when all are known. */
    Optional<String> remark(Request request, Says says, Collection<String> tags) {
        List<String> remarks = new ArrayList<>();
        for (String tag : tags) {
            if (exists(tag)) continue;
            @Nullable
            String nearest = Nearest.to(tag, all.stream().map(TagCount::tag).toList());
            remarks.add(
                    nearest == null
                            ? says.say(request, "follow.unknown", tag)
                            : says.say(request, "follow.unknown.nearest", tag, nearest));
        }
        return remarks.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", remarks));
    }
}
