package org.postbag.bot.app;

import java.text.Normalizer;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Values;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.store.SourceStore;

/** A round of adding sources, one or thousands: ids and addresses in use are looked up once. {@link AddedSources} has them all. */
public final class Adding {
    private static final int LONGEST_ID = 40;

    private final SourceStore store;
    private final Clock clock;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> idsByAddress = new HashMap<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    Adding(List<Source> known, SourceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        known.forEach(this::note);
    }

    private void note(Source source) {
        ids.add(source.id());
        idsByAddress.putIfAbsent(AddedSources.address(source.origin()), source.id());
    }

    /** Whether a source reads this already. */
    public boolean knows(Origin origin) {
        return idsByAddress.containsKey(AddedSources.address(origin));
    }

    /** Why a source cannot be kept beside the others; null when it can. */
    public @Nullable String problem(Source source) {
        if (ids.contains(source.id())) return taken(source.id());
        String address = AddedSources.address(source.origin());
        String other = idsByAddress.get(address);
        return other == null ? null : "The source '" + other + "' reads " + Values.masked(address) + " already.";
    }

    /** Keeps a source; null, or why it was not kept. */
    public @Nullable String add(Source source) {
        String problem = problem(source);
        if (problem != null) return problem;
        if (!store.add(source, clock.instant())) return taken(source.id());
        note(source);
        return null;
    }

    private static String taken(String id) {
        return "The id '" + id + "' is used by another source; give this one another with --id.";
    }

    /** A short id that no source has, made of a title or an address. */
    public String freeId(String from) {
        String plain = Normalizer.normalize(
                        from.replaceFirst("(?i)^(https?|file)://([^/@]*@)?(www\\.)?", "")
                                .replaceFirst("(?i)\\.git/?$", ""),
                        Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        String words = plain.replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        if (words.codePointCount(0, words.length()) > LONGEST_ID)
            words = words.substring(0, words.offsetByCodePoints(0, LONGEST_ID)).replaceAll("[-.]+$", "");
        if (words.isEmpty()) words = "source";
        if (!ids.contains(words)) return words;
        int n = lastNumbers.getOrDefault(words, 1);
        do n++;
        while (ids.contains(words + "-" + n));
        lastNumbers.put(words, n);
        return words + "-" + n;
    }
}
