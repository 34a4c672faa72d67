package org.postbag.posts.collect.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.Entry;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.Loaded;
import org.postbag.posts.collect.http.WebLimits;

/** A reader with an empty cache, and a repository to read; remembers between passes what the collector would. */
abstract class GitTest {
    private static SystemReader before;

    @TempDir
    Path temp;

    Upstream upstream;
    GitReader reader;

    /** By path, of the pass before. */
    final Map<String, String> stamps = new TreeMap<>();

    /** Titles by path, as of the last pass. */
    final Map<String, String> titles = new TreeMap<>();

    /** Paths read in the last pass. */
    final List<String> loaded = new ArrayList<>();

    String cursor;

    @BeforeAll
    static void noConfigOfTheUser() {
        before = SystemReader.getInstance();
        // Not install(): measuring in the background would leave files behind in folders that a test removes.
        SystemReader.setInstance(new NoGitConfig(before));
    }

    @AfterAll
    static void asItWas() {
        SystemReader.setInstance(before);
    }

    @BeforeEach
    void open() throws Exception {
        upstream = new Upstream(temp.resolve("upstream"));
        reader = reader(GitLimits.DEFAULT);
    }

    @AfterEach
    void close() {
        reader.close();
        upstream.close();
    }

    void restart() {
        reader.close();
        reader = reader(GitLimits.DEFAULT);
    }

    GitReader reader(GitLimits limits) {
        return reader(true, limits);
    }

    GitReader reader(boolean allowPrivate, GitLimits limits) {
        WebLimits web = new WebLimits(allowPrivate, 10_000_000, Duration.ofSeconds(20), "Postbag/1.0");
        return new GitReader(temp.resolve("cache"), web, limits);
    }

    static Source source(String url, String path) {
        return new Source("s", new Origin.Git(url, path), Duration.ofMinutes(10), List.of(), ZoneOffset.UTC);
    }

    Fetched read(String url, String path) {
        return reader.read(source(url, path), cursor);
    }

    /** As the collector does it: what has a known stamp is not read. */
    Map<String, String> pass(String url, String path) {
        Fetched fetched = read(url, path);
        loaded.clear();
        if (fetched instanceof Fetched.NotModified) return titles;
        assertThat(fetched).isInstanceOf(Fetched.Listing.class);
        Fetched.Listing listing = (Fetched.Listing) fetched;
        assertThat(listing.complete()).isTrue();
        Map<String, String> old = new TreeMap<>(titles);
        titles.clear();
        for (Entry entry : listing.entries()) {
            if (!entry.stamp().equals(stamps.get(entry.path()))) {
                loaded.add(entry.path());
                Loaded read = entry.load(null);
                old.put(
                        entry.path(),
                        read instanceof Loaded.Read post ? post.post().title() : read.toString());
            }
            stamps.put(entry.path(), entry.stamp());
            titles.put(entry.path(), old.get(entry.path()));
        }
        cursor = listing.cursor();
        return titles;
    }

    Map<String, String> pass() {
        return pass(upstream.folder.toString(), "");
    }

    String unavailable(String url, String path) {
        Fetched fetched = read(url, path);
        assertThat(fetched).isInstanceOf(Fetched.Unavailable.class);
        return ((Fetched.Unavailable) fetched).reason();
    }

    List<Path> cached(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(temp.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
