package org.postbag.posts.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Origin;
import org.postbag.posts.Post;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.jekyll.JekyllReader;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.posts.summary.ExtractiveSummarizer;

/** A folder of posts that lives: whole passes over real files into real databases. */
class CollectorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    private Database db;
    private PostStore store;
    private Instant now = NOW;
    private Tagger tagger = Tagger.none();
    private int fileAge = 1000;

    private void open(Engine engine) {
        db = engine.open();
        PostStore.migrate(db);
        store = new PostStore(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Source source(String... tags) {
        return new Source(
                "news", new Origin.Jekyll(folder), Duration.ofMinutes(10), List.of(tags), ZoneId.of("Asia/Shanghai"));
    }

    private SourceReport pass(Source source) {
        return collector().collect(List.of(source), WEEK, Progress.none()).get(0);
    }

    private SourceReport pass() {
        return pass(source());
    }

    private Collector collector() {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Collector(
                db, List.of(new JekyllReader(Clock.systemUTC())), tagger, new ExtractiveSummarizer(), clock);
    }

    /** Files get ages of their own, older than the moment in which a file's time cannot be trusted. */
    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(fileAge--)));
    }

    private static String post(String title, String body) {
        return "---\ntitle: " + title + "\n---\n" + body + "\n";
    }

    private List<String> paths() {
        return store.list(PostQuery.all()).stream().map(Post::path).toList();
    }

    private static String counts(SourceReport r) {
        return "found %d new %d updated %d unchanged %d failed %d"
                .formatted(r.found(), r.added(), r.updated(), r.unchanged(), r.failed());
    }

    @ParameterizedTest
    @EnumSource
    void newChangedAndRemovedPostsAreNoticed(Engine engine) throws Exception {
        open(engine);
        write("_posts/2026-11-19-a.md", post("A", "The first text of this post is here."));
        write("_posts/old/2026-11-18-b.md", post("B", "Another text."));
        assertThat(counts(pass())).isEqualTo("found 2 new 2 updated 0 unchanged 0 failed 0");
        assertThat(counts(pass())).isEqualTo("found 2 new 0 updated 0 unchanged 2 failed 0");
        write("_posts/2026-11-19-a.md", post("A", "The first text of this post was here."));
        assertThat(counts(pass())).isEqualTo("found 2 new 0 updated 1 unchanged 1 failed 0");
        Files.delete(folder.resolve("_posts/old/2026-11-18-b.md"));
        assertThat(counts(pass())).isEqualTo("found 1 new 0 updated 0 unchanged 1 failed 0");
        assertThat(paths()).containsExactly("_posts/2026-11-19-a.md");
        write("_posts/old/2026-11-18-b.md", post("B", "Another text."));
        assertThat(counts(pass())).isEqualTo("found 2 new 0 updated 1 unchanged 1 failed 0");
        assertThat(paths()).hasSize(2);
        assertThat(store.lastNumber()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void anUntouchedFileIsNotReadAgainAndATouchedOneNotStoredAgain(Engine engine) throws Exception {
        open(engine);
        write("2026-11-19-a.md", post("A", "Text one."));
        pass();
        Path file = folder.resolve("2026-11-19-a.md");
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, post("A", "Text two."));
        Files.setLastModifiedTime(file, time);
        assertThat(pass().unchanged()).as("same size and time: not opened").isEqualTo(1);
        write("2026-11-19-a.md", post("A", "Text one."));
        assertThat(pass().unchanged()).as("same hash").isEqualTo(1);
        assertThat(store.list(PostQuery.all()).get(0).revision()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anEditWithinTheSameTickOfTheClockIsSeen(Engine engine) throws Exception {
        open(engine);
        Path file = folder.resolve("2026-11-19-a.md");
        Files.writeString(file, post("A", "Text one."));
        pass();
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, post("A", "Text two."));
        Files.setLastModifiedTime(file, time);
        assertThat(pass().updated()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneBadFileIsNamedAndTheRestGoesOn(Engine engine) throws Exception {
        open(engine);
        write("2026-11-19-good.md", post("Good", "Text."));
        write("2026-11-19-yaml.md", "---\ntitle: [x\n---\nText.");
        write("2026-11-19-binary.md", "PNG\0\0\0");
        Files.write(folder.resolve("2026-11-19-big.md"), new byte[11 * 1024 * 1024]);
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        Files.createSymbolicLink(folder.resolve("2026-11-19-nowhere.md"), folder.resolve("absent"));
        SourceReport first = pass();
        assertThat(counts(first)).isEqualTo("found 4 new 1 updated 0 unchanged 0 failed 3");
        assertThat(first.failure()).isNull();
        assertThat(first.errors())
                .extracting(SourceReport.Problem::where)
                .containsExactlyInAnyOrder(
                        "circle",
                        "2026-11-19-nowhere.md",
                        "2026-11-19-big.md",
                        "2026-11-19-binary.md",
                        "2026-11-19-yaml.md");
        assertThat(first.errors()).anySatisfy(p -> assertThat(p.problem()).contains("10 MB"));
        assertThat(first.errors())
                .anySatisfy(p -> assertThat(p.problem()).startsWith("line 3: its front matter is no YAML"));
        assertThat(pass().errors()).as("said again though not read again").hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void aPostThatBreaksStaysAsItWas(Engine engine) throws Exception {
        open(engine);
        write("2026-11-19-a.md", post("A", "Text."));
        pass();
        write("2026-11-19-a.md", "---\ntitle: [x\n---\n");
        assertThat(pass().failed()).isEqualTo(1);
        assertThat(paths()).containsExactly("2026-11-19-a.md");
    }

    @ParameterizedTest
    @EnumSource
    void aPostThatIsWithdrawnIsGone(Engine engine) throws Exception {
        open(engine);
        write("2026-11-19-a.md", post("A", "Text."));
        pass();
        write("2026-11-19-a.md", "---\ntitle: A\npublished: false\n---\nText.");
        assertThat(pass().found()).isZero();
        assertThat(paths()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMissingFolderFailsTheSourceAndLosesNothing(Engine engine) throws Exception {
        open(engine);
        write("posts/2026-11-19-a.md", post("A", "Text."));
        Source source = new Source(
                "news", new Origin.Jekyll(folder.resolve("posts")), Duration.ofMinutes(10), List.of(), ZoneOffset.UTC);
        pass(source);
        Files.move(folder.resolve("posts"), folder.resolve("away"));
        SourceReport report = pass(source);
        assertThat(report.failure()).contains("does not exist").contains("posts");
        assertThat(paths()).hasSize(1);
        assertThat(store.sources().get(0).failures()).isEqualTo(1);
        Files.move(folder.resolve("away"), folder.resolve("posts"));
        assertThat(pass(source).unchanged()).isEqualTo(1);
        assertThat(store.sources().get(0).failures()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFirstPassOfASourceHasABacklog(Engine engine) throws Exception {
        open(engine);
        write("2020-01-01-old.md", post("Old", "Text of old."));
        write("2026-11-19-new.md", post("New", "Text of new."));
        pass();
        assertThat(paths()).hasSize(2);
        assertThat(store.window(0, 99).posts()).extracting(Post::path).containsExactly("2026-11-19-new.md");
        write("2020-01-02-late.md", post("Late", "Published late."));
        pass();
        assertThat(store.window(1, 99).posts()).extracting(Post::path).containsExactly("2020-01-02-late.md");
    }

    @ParameterizedTest
    @EnumSource
    void aPostOfTheFutureWaits(Engine engine) throws Exception {
        open(engine);
        write("2026-11-25-soon.md", post("Soon", "Text."));
        assertThat(pass().added()).isEqualTo(1);
        assertThat(paths()).isEmpty();
        now = Instant.parse("2026-11-24T16:00:00Z");
        assertThat(pass().unchanged()).isEqualTo(1);
        assertThat(paths()).hasSize(1);
        assertThat(store.lastNumber()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void tagsOfTheSourceAliasesAndRulesApplyAlsoToPostsKnownAlready(Engine engine) throws Exception {
        open(engine);
        write("2026-11-19-a.md", "---\ntitle: 新芯片\ntags: [機器學習, ml]\n---\n工程师介绍了新的制造工艺。\n");
        pass();
        assertThat(store.list(PostQuery.all()).get(0).tags()).containsExactly("機器學習", "ml");
        tagger = new Tagger(
                Map.of("AI", List.of("机器学习", "ML")), Map.of("芯片", List.of("芯片"), "没有", List.of("m", "/x{3}/")));
        assertThat(pass(source("科技")).updated()).isEqualTo(1);
        assertThat(store.list(PostQuery.all()).get(0).tags()).containsExactly("AI", "科技", "芯片");
        assertThat(store.lastNumber()).as("other tags are no news").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void onlySourcesWhoseTimeHasComeAreRead(Engine engine) throws Exception {
        open(engine);
        write("2026-11-19-a.md", post("A", "Text."));
        List<Source> sources = List.of(source());
        assertThat(collector().collectDue(sources, WEEK, Progress.none())).hasSize(1);
        now = NOW.plusSeconds(599);
        assertThat(collector().collectDue(sources, WEEK, Progress.none())).isEmpty();
        now = NOW.plusSeconds(600);
        assertThat(collector().collectDue(sources, WEEK, Progress.none())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPassThatIsKilledGoesOnWithoutLossOrRepetition(Engine engine) throws Exception {
        open(engine);
        for (int i = 0; i < 250; i++) write("2026-11-19-%03d.md".formatted(i), post("P" + i, "Text number " + i));
        JekyllReader real = new JekyllReader(Clock.systemUTC());
        for (int kill = 0; kill < 5; kill++) {
            int after = 30 + 50 * kill;
            SourceReader dies = new SourceReader() {
                @Override
                public boolean reads(Origin origin) {
                    return true;
                }

                @Override
                public Fetched read(Source source, @Nullable String cursor) {
                    Fetched.Listing all = (Fetched.Listing) real.read(source, cursor);
                    List<Entry> entries = new java.util.ArrayList<>(all.entries());
                    entries.add(Math.min(after, entries.size()), new Entry() {
                        @Override
                        public String path() {
                            return "kill";
                        }

                        @Override
                        public String stamp() {
                            return "";
                        }

                        @Override
                        public Loaded load(@Nullable String knownHash) {
                            throw new IllegalStateException("killed");
                        }
                    });
                    return new Fetched.Listing(entries, all.complete(), null, List.of());
                }
            };
            SourceReport report = new Collector(
                            db, List.of(dies), tagger, new ExtractiveSummarizer(), Clock.fixed(now, ZoneOffset.UTC))
                    .collect(List.of(source()), WEEK, Progress.none())
                    .get(0);
            assertThat(report.failure()).contains("killed");
        }
        SourceReport last = pass();
        assertThat(last.found()).isEqualTo(250);
        assertThat(last.unchanged())
                .as("what was stored before is not stored again")
                .isGreaterThanOrEqualTo(100);
        assertThat(paths()).hasSize(250).doesNotHaveDuplicates();
        assertThat(store.lastNumber()).isEqualTo(250);
        assertThat(store.window(0, 250).posts()).hasSize(250);
    }

    @ParameterizedTest
    @EnumSource
    void aSourceOfAnUnknownKindFailsAlone(Engine engine) throws Exception {
        open(engine);
        write("2026-11-19-a.md", post("A", "Text."));
        Source git = new Source("g", new Origin.Git("https://example.org/x.git", ""), WEEK, List.of(), ZoneOffset.UTC);
        List<SourceReport> reports = collector().collect(List.of(git, source()), WEEK, Progress.none());
        assertThat(reports).extracting(SourceReport::id).containsExactly("g", "news");
        assertThat(reports.get(0).failure()).contains("git");
        assertThat(reports.get(1).added()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aSiteIsReadThroughItsPostsFoldersOnly(Engine engine) throws Exception {
        open(engine);
        write("_posts/2026-11-19-a.md", post("A", "Text."));
        write("news/_posts/2026-11-19-with space 雪.md", post("B", "Text."));
        for (String other : List.of(
                "2026-11-19-root.md",
                "_drafts/2026-11-19-d.md",
                "_site/_posts/2026-11-19-s.md",
                "node_modules/x/_posts/2026-11-19-n.md")) write(other, post("X", "Text."));
        pass();
        assertThat(paths())
                .containsExactlyInAnyOrder("_posts/2026-11-19-a.md", "news/_posts/2026-11-19-with space 雪.md");
    }

    @ParameterizedTest
    @EnumSource
    void textThatNoDatabaseTakesIsTakenOut(Engine engine) throws Exception {
        open(engine);
        write(
                "2026-11-19-a.md",
                "---\ntitle: \"a\\0b\\x07c\"\nx: \"\\0\"\n---\nOne &#0; two \u0007 three &#xD800; \ud83d\ude00.");
        assertThat(pass().added()).isEqualTo(1);
        Post post = store.list(PostQuery.all()).get(0);
        assertThat(post.title()).isEqualTo("abc");
        String text = store.content(post.id()).orElseThrow().text();
        assertThat(text).contains("\ud83d\ude00").doesNotContain("\u0007");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }
}
