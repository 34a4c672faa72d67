package org.postbag.posts.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Post;
import org.postbag.posts.Source;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.TestDatabases.Engine;

/** A folder of posts that lives: whole passes over real files into real databases. */
class CollectorTest extends CollectingTest {

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
}
