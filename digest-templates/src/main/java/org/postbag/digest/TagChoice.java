package org.postbag.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.postbag.posts.Post;

/**
 * Which tag a story stands under, and in which order the tags come: a followed one first, in the reader's order; otherwise
 * the one with the most posts in this digest. Case does not tell tags apart.
 */
final class TagChoice {

    private final Map<String, Integer> rank = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();
    private final Map<String, String> spelling = new HashMap<>();

    TagChoice(Collection<Post> posts, List<String> preferred) {
        for (String tag : preferred) {
            rank.putIfAbsent(fold(tag), rank.size());
            spelling.putIfAbsent(fold(tag), tag);
        }
        for (Post post : posts) {
            Set<String> own = new HashSet<>();
            for (String tag : post.topics()) {
                if (tag.isBlank()) continue;
                own.add(fold(tag));
                spelling.putIfAbsent(fold(tag), tag);
            }
            for (String tag : own) counts.merge(tag, 1, Integer::sum);
        }
    }

    /** The best tag of a story's posts, earliest first; empty when none has one. */
    String best(List<Post> posts) {
        String best = "";
        for (Post post : posts)
            for (String tag : post.topics())
                if (!tag.isBlank() && (best.isEmpty() || better(fold(tag), best))) best = fold(tag);
        return best.isEmpty() ? "" : spelling.getOrDefault(best, best);
    }

    private boolean better(String tag, String than) {
        int byRank = Integer.compare(rank(tag), rank(than));
        if (byRank != 0) return byRank < 0;
        // Equal counts: the tag named first stays.
        return counts.getOrDefault(tag, 0) > counts.getOrDefault(than, 0);
    }

    /** The tags of the digest in the order they are shown: followed, then by posts; those without a tag last. */
    List<String> order(Map<String, List<Group>> byTag) {
        List<String> tags = new ArrayList<>(byTag.keySet());
        Map<String, Integer> size = new HashMap<>();
        byTag.forEach((tag, groups) ->
                size.put(tag, groups.stream().mapToInt(Group::size).sum()));
        tags.sort(Comparator.comparing(String::isEmpty)
                .thenComparing(t -> rank(fold(t)))
                .thenComparing(t -> -size.getOrDefault(t, 0))
                .thenComparing(Comparator.naturalOrder()));
        return tags;
    }

    /** The machine-readable reason why a story stands under a tag. */
    String reason(Group group, Post lead, String tag, Instant now) {
        StringBuilder reason = new StringBuilder();
        if (tag.isEmpty()) reason.append("no tag");
        else if (rank.containsKey(fold(tag))) reason.append("followed tag ").append(tag);
        else
            reason.append("tag ").append(tag).append(" of ").append(counted(counts.getOrDefault(fold(tag), 0), "post"));
        reason.append("; ").append(counted(group.sources(), "source"));
        Duration age = Duration.between(lead.date(), now);
        if (age.isNegative()) age = Duration.ZERO;
        String old = age.toHours() < 1
                ? age.toMinutes() + " min"
                : age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " d";
        return reason.append("; ").append(old).append(" old").toString();
    }

    private static String counted(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private int rank(String folded) {
        return rank.getOrDefault(folded, Integer.MAX_VALUE);
    }

    private String fold(String tag) {
        return folded.computeIfAbsent(tag, t -> t.strip().toLowerCase(Locale.ROOT));
    }
}
