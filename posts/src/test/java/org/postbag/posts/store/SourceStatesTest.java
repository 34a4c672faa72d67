package org.postbag.posts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.store.TestDatabases.Engine;

/** What is kept of sources: how each is doing, and those that were not configured in the file. */
class SourceStatesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private Database db;
    private SourceStates states;

    private void open(Engine engine) {
        db = engine.open();
        PostStore.migrate(db);
        states = new SourceStates(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private SourceState only() {
        List<SourceState> all = new PostStore(db).sources();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenSourceIsLookedAtMoreAndMoreSeldomButOnceADay(Engine engine) {
        open(engine);
        for (long minutes : List.of(10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440)) {
            states.failed("a", "the server does not answer", NOW, TEN_MINUTES);
            assertThat(only().notBefore()).isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
        }
        assertThat(only().failures()).isEqualTo(10);
        assertThat(only().lastError()).isEqualTo("the server does not answer");
        for (int i = 0; i < 100; i++) states.failed("a", "still", NOW, Duration.ofDays(30));
        assertThat(only().notBefore()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessForgetsTheFailuresButNotTheTimeOfTheLastOne(Engine engine) {
        open(engine);
        states.failed("a", "broken", NOW, TEN_MINUTES);
        states.succeeded("a", "r", "c", NOW, new SourceStates.Rest(Duration.ofDays(9), true), "odd dates");
        assertThat(only().failures()).isZero();
        assertThat(only().lastError()).isNull();
        assertThat(only().note()).isEqualTo("odd dates");
        assertThat(only().notBefore())
                .as("a source cannot ask for more than a day")
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
        states.failed("a", "broken again", NOW.plusSeconds(1), TEN_MINUTES);
        assertThat(only().lastSuccess()).isEqualTo(NOW);
        assertThat(only().lastRead()).isEqualTo(NOW.plusSeconds(1));
    }

    @ParameterizedTest
    @EnumSource
    void aSourceSaysItselfWhenToComeAgainAndThatItHasEnded(Engine engine) {
        open(engine);
        states.later("a", "too many requests", NOW, NOW.plusSeconds(90));
        assertThat(only().notBefore()).isEqualTo(NOW.plusSeconds(90));
        states.ended("a", "410: gone", NOW.plusSeconds(100));
        states.ended("a", "410: gone", NOW.plusSeconds(200));
        assertThat(only().ended()).isEqualTo(NOW.plusSeconds(100));
        states.succeeded("a", "r", null, NOW.plusSeconds(300), new SourceStates.Rest(Duration.ZERO, true), null);
        assertThat(only().ended()).as("it came back").isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aPassThatWasCutShortDoesNotEndTheBacklog(Engine engine) {
        open(engine);
        PostIntake intake = new PostIntake(db);
        states.succeeded("a", "r", null, NOW, new SourceStates.Rest(Duration.ZERO, false), null);
        assertThat(intake.recall("a", "r").settled()).isFalse();
        states.succeeded("a", "r", null, NOW, new SourceStates.Rest(Duration.ZERO, true), null);
        states.succeeded("a", "r", null, NOW, new SourceStates.Rest(Duration.ZERO, false), null);
        assertThat(intake.recall("a", "r").settled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void addedSourcesComeBackAsTheyWereWhateverTheirKind(Engine engine) {
        open(engine);
        SourceStore store = new SourceStore(db);
        URI address = URI.create("https://example.org/a?b=1");
        List<Source> sources = List.of(
                new Source("z", new Origin.Feed(address, true), TEN_MINUTES, List.of("科技", "b"), ZoneOffset.UTC, 2.5),
                new Source(
                        "y",
                        new Origin.Git("https://example.org/x.git", "zh/_posts"),
                        TEN_MINUTES,
                        List.of(),
                        ZoneId.of("Asia/Shanghai")),
                new Source(
                        "x",
                        new Origin.Page(address, "article", "a@href", null, "time@datetime", null),
                        Duration.ofHours(3),
                        List.of(),
                        ZoneOffset.UTC),
                new Source("w", new Origin.Jekyll(Path.of("posts")), TEN_MINUTES, List.of(), ZoneOffset.UTC));
        for (int i = 0; i < sources.size(); i++)
            assertThat(store.add(sources.get(i), NOW.plusSeconds(i))).isTrue();
        assertThat(store.list()).isEqualTo(sources);
        assertThat(store.add(sources.get(0), NOW)).as("an id is used once").isFalse();
        assertThat(store.remove("z")).isTrue();
        assertThat(store.remove("z")).isFalse();
        assertThat(store.list()).isEqualTo(sources.subList(1, 4));
    }
}
