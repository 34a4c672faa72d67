package org.postbag.bot.app;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.store.SourceStore;

/**
 * All sources: those of the configuration, which only its file changes, and those that were added, which live in the
 * database. An id is used once among both.
 */
public final class AddedSources {
    private static final int LONGEST_ID = 40;

    private final List<Source> configured;
    private final SourceStore store;
    private final Clock clock;
    private volatile @Nullable Map<String, Double> weights;

    AddedSources(List<Source> configured, SourceStore store, Clock clock) {
        this.configured = List.copyOf(configured);
        this.store = store;
        this.clock = clock;
    }

    /** The configured ones first; an added one whose id the configuration has taken since is passed over. */
    List<Source> all() {
        List<Source> all = new ArrayList<>(configured);
        Set<String> ids = new HashSet<>();
        for (Source source : configured) ids.add(source.id());
        for (Source source : store.list()) if (ids.add(source.id())) all.add(source);
        Map<String, Double> other = new HashMap<>();
        for (Source source : all) if (source.weight() != 1) other.put(source.id(), source.weight());
        weights = Map.copyOf(other);
        return List.copyOf(all);
    }

    /** Weights that are not 1, as of the last time anybody asked for all sources: for every digest. */
    Map<String, Double> weights() {
        Map<String, Double> known = weights;
        if (known != null) return known;
        all();
        return Objects.requireNonNull(weights);
    }

    /** Keeps a source; null, or why it was not kept. */
    public @Nullable String add(Source source) {
        for (Source other : all()) {
            if (other.id().equals(source.id()))
                return "The id '" + source.id() + "' is used by another source; give this one another with --id.";
            if (address(other.origin()).equals(address(source.origin())))
                return "The source '" + other.id() + "' reads " + address(source.origin()) + " already.";
        }
        return store.add(source, clock.instant())
                ? null
                : "The id '" + source.id() + "' is used by another source; give this one another with --id.";
    }

    /** Forgets an added source; null, or why it was not forgotten. */
    public @Nullable String remove(String id) {
        if (configured.stream().anyMatch(source -> source.id().equals(id)))
            return "The source '" + id + "' stands in the configuration file; remove it there.";
        return store.remove(id)
                ? null
                : "There is no source '" + id + "'; 'postbag source list' shows those there are.";
    }

    /** A short id that no source has, made of a title or an address. */
    public String freeId(String from) {
        String plain = Normalizer.normalize(from.replaceFirst("(?i)^https?://(www\\.)?", ""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        String words = plain.replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        if (words.codePointCount(0, words.length()) > LONGEST_ID)
            words = words.substring(0, words.offsetByCodePoints(0, LONGEST_ID)).replaceAll("[-.]+$", "");
        if (words.isEmpty()) words = "source";
        Set<String> taken = new HashSet<>();
        for (Source source : all()) taken.add(source.id());
        String id = words;
        for (int n = 2; taken.contains(id); n++) id = words + "-" + n;
        return id;
    }

    /** Where a source is read, in a line. */
    public static String address(Origin origin) {
        if (origin instanceof Origin.Jekyll jekyll) return jekyll.folder().toString();
        if (origin instanceof Origin.Git git) return git.url() + (git.path().isEmpty() ? "" : " " + git.path());
        if (origin instanceof Origin.Feed feed) return feed.url().toString();
        return ((Origin.Page) origin).url().toString();
    }
}
