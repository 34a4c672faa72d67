package org.postbag.posts.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Origin;
import org.postbag.posts.Post;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.jekyll.JekyllReader;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.posts.summary.ExtractiveSummarizer;

/** What goes wrong while collecting: bad files, missing folders, kills. */
class CollectingTroubleTest extends CollectingTest {

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
                        public long size() {
                            return 0;
                        }

                        @Override
                        public Loaded load(@Nullable String knownHash) {
                            throw new IllegalStateException("killed");
                        }
                    });
                    return new Fetched.Listing(entries, all.complete(), null, Duration.ZERO, List.of());
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
