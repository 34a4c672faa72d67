package org.postbag.bot.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

    /** A round of adding, on what there is now. */
    public Adding adding() {
        return new Adding(all(), store, clock);
    }

    /** Forgets an added source; null, or why it was not forgotten. */
    public @Nullable String remove(String id) {
        if (configured.stream().anyMatch(source -> source.id().equals(id)))
            return "The source '" + id + "' stands in the configuration file; remove it there.";
        return store.remove(id)
                ? null
                : "There is no source '" + id + "'; 'postbag source list' shows those there are.";
    }

    /** Where a source is read, in a line. */
    public static String address(Origin origin) {
        if (origin instanceof Origin.Git git && !git.path().isEmpty()) return git.address() + " " + git.path();
        return origin.address();
    }
}
