package org.postbag.posts.summary.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.posts.summary.llm.StubEndpoint.busy;
import static org.postbag.posts.summary.llm.StubEndpoint.fails;
import static org.postbag.posts.summary.llm.StubEndpoint.raw;
import static org.postbag.posts.summary.llm.StubEndpoint.says;
import static org.postbag.posts.summary.llm.StubEndpoint.summaries;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.posts.summary.Summaries;

/** What happens when the endpoint is slow, busy, broken or too dear. */
class LlmTroubleTest {

    @ParameterizedTest
    @CsvSource({"429, 7", "503, 7", "429, 'Fri, 20 Nov 2026 08:00:07 GMT'"})
    void aShortRetryAfterIsWaitedFor(int status, String retryAfter) {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.next(busy(status, retryAfter));
            assertThat(scene.summarize().generated()).isTrue();
            assertThat(scene.clock.waits).containsExactly(Duration.ofSeconds(7));
            assertThat(scene.summarizer.tokensToday())
                    .as("a refusal costs nothing")
                    .isEqualTo(400);
        }
    }

    @Test
    void aLongRetryAfterKeepsEverybodyAwayUntilThen() {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.next(busy(429, "3600"));
            assertThat(scene.summarize(1).generated()).isFalse();
            assertThat(scene.summarize(2).generated()).isFalse();
            assertThat(scene.stub.requests).hasSize(1);
            assertThat(scene.summarizer.lastProblem().orElseThrow()).contains("429");
            scene.clock.pass(Duration.ofMinutes(61));
            assertThat(scene.summarize(2).generated()).isTrue();
            assertThat(scene.summarizer.lastProblem()).isEmpty();
            assertThat(scene.clock.waits).isEmpty();
        }
    }

    @Test
    void aZeroRetryAfterIsNotTakenForAnInvitation() {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.always(busy(503, "0"));
            assertThat(scene.summarize().generated()).isFalse();
            assertThat(scene.stub.requests).hasSize(3);
        }
    }

    @Test
    void aFaultOfTheEndpointIsTriedThreeTimesWithBackOff() {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.always(fails(500));
            assertThat(scene.summarize()).isEqualTo(LlmScene.extractive());
            assertThat(scene.stub.requests).hasSize(3);
            assertThat(scene.clock.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
            scene.stub.always(summaries(LlmScene.BRIEF, LlmScene.FULL));
            assertThat(scene.summarize().generated())
                    .as("a failure is not remembered")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, refuses the key (401); check summary.llm.key",
        "404, 404: not today",
        "400, refuses the request (400: not today)",
        "307, redirects (307); put the final address into summary.llm.url"
    })
    void aRefusalIsNotTriedAgainAndNamesTheRemedy(int status, String problem) {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.always((exchange, stub) -> {
                exchange.getResponseHeaders().set("Location", "/v1/chat/completions?again");
                fails(status).serve(exchange, stub);
            });
            assertThat(scene.summarize().generated()).isFalse();
            assertThat(scene.stub.requests).hasSize(1);
            assertThat(scene.summarizer.lastProblem().orElseThrow()).contains(problem);
        }
    }

    static Stream<StubEndpoint.Plan> brokenAnswers() {
        return Stream.of(
                StubEndpoint.breaksOff(),
                raw(200, "text/html", "<html><body>Please log in</body></html>"),
                raw(200, "application/json", "{\"choices\":[{\"message\":{\"con"),
                raw(200, "application/json", ""));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void aBrokenAnswerIsTriedAgainAndItsTokensCountAsSpent(StubEndpoint.Plan broken) {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.next(broken);
            assertThat(scene.summarize().generated()).isTrue();
            assertThat(scene.summarizer.tokensToday()).isGreaterThan(2_400);
        }
    }

    static Stream<StubEndpoint.Plan> hopelessAnswers() {
        return Stream.of(
                raw(200, "application/json", "{\"choices\":[]}"),
                raw(200, "application/json", "[]"),
                raw(200, "application/json", "{\"choices\":[{\"message\":\"hello\"}]}"),
                StubEndpoint.endless());
    }

    @ParameterizedTest
    @MethodSource("hopelessAnswers")
    void anAnswerOfAnotherKindOrWithoutEndIsNotTriedAgain(StubEndpoint.Plan hopeless) {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.always(hopeless);
            assertThat(scene.summarize()).isEqualTo(LlmScene.extractive());
            assertThat(scene.stub.requests).hasSize(1);
            assertThat(scene.summarizer.lastProblem()).isPresent();
        }
    }

    static Stream<StubEndpoint.Plan> slowAnswers() {
        return Stream.of(StubEndpoint.hangs(), StubEndpoint.stalls());
    }

    @ParameterizedTest
    @MethodSource("slowAnswers")
    void aSlowAnswerIsNotWaitedForLongerThanTheLimit(StubEndpoint.Plan slow) {
        try (LlmScene scene = new LlmScene(Database.memory(), LlmScene.impatient(), LlmScene.PLENTY)) {
            scene.stub.always(slow);
            long start = System.nanoTime();
            assertThat(scene.summarize()).isEqualTo(LlmScene.extractive());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThat(scene.summarizer.lastProblem().orElseThrow()).contains("in time");
            assertThat(scene.summarizer.tokensToday())
                    .as("it may have worked on it")
                    .isGreaterThan(2_000);
        }
    }

    @Test
    void aCallAsAWholeIsBoundedInTime() {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.always((exchange, stub) -> {
                scene.clock.pass(Duration.ofSeconds(59));
                fails(500).serve(exchange, stub);
            });
            assertThat(scene.summarize().generated()).isFalse();
            assertThat(scene.stub.requests).hasSize(1);
        }
    }

    @Test
    void anEndpointThatKeepsFailingIsLeftAloneForAWhileAndThenTriedOnce() {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.always(fails(401));
            for (int i = 0; i < 6; i++) scene.summarize(i);
            assertThat(scene.stub.requests).hasSize(3);
            assertThat(scene.log)
                    .singleElement()
                    .asString()
                    .contains("extractive for 5 minutes", "check summary.llm.key");
            scene.clock.pass(Duration.ofMinutes(6));
            for (int i = 0; i < 6; i++) scene.summarize(i);
            assertThat(scene.stub.requests).as("one more, to see").hasSize(4);
            scene.clock.pass(Duration.ofMinutes(6));
            scene.stub.always(summaries(LlmScene.BRIEF, LlmScene.FULL));
            for (int i = 0; i < 6; i++)
                assertThat(scene.summarize(i).generated()).isTrue();
            assertThat(scene.log).hasSize(2).last().asString().isEqualTo("summaries are generated again");
        }
    }

    @Test
    void anEndpointThatIsNotThereIsNamed() {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.close();
            assertThat(scene.summarize()).isEqualTo(LlmScene.extractive());
            assertThat(scene.summarizer.lastProblem().orElseThrow()).contains("cannot be reached", "summary.llm.url");
            assertThat(scene.summarizer.tokensToday()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDaysTokensAreNotOverspentAndComeBackAtMidnightUtc(Engine engine) {
        try (LlmScene scene = new LlmScene(engine.open(), LlmScene.LIMITS, 6_000)) {
            scene.stub.always(says(
                    "{\"short\": \"" + LlmScene.BRIEF + "\", \"long\": \"" + LlmScene.FULL + "\"}",
                    "stop",
                    1_500,
                    500));
            List<Boolean> generated = Stream.of(1, 2, 3, 4, 5)
                    .map(i -> scene.summarize(i).generated())
                    .toList();
            assertThat(generated).containsExactly(true, true, false, false, false);
            assertThat(scene.summarizer.tokensToday()).isEqualTo(4_000);
            assertThat(scene.summarizer.lastProblem().orElseThrow()).contains("6000 tokens of 2026-11-20 are spent");
            assertThat(scene.log).as("said once").hasSize(1);
            scene.clock.pass(Duration.ofHours(17));
            assertThat(scene.summarize(4).generated()).isTrue();
            assertThat(scene.summarizer.tokensToday()).isEqualTo(2_000);
            assertThat(scene.ledger.tokensTotal()).isEqualTo(6_000);
        }
    }

    @Test
    void withoutABudgetNothingIsAsked() {
        try (LlmScene scene = new LlmScene(Database.memory(), LlmScene.LIMITS, 0)) {
            assertThat(scene.summarize()).isEqualTo(LlmScene.extractive());
            assertThat(scene.stub.requests).isEmpty();
        }
    }

    @Test
    void anEndpointThatDoesNotCountIsCountedFor() {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.always(raw(200, "application/json", "{\"choices\":[{\"message\":{\"content\":\"{}\"}}]}"));
            scene.summarize();
            assertThat(scene.summarizer.tokensToday()).isBetween(200L, 2_000L);
        }
    }

    @Test
    void closingEndsTheCallUnderWay() throws Exception {
        try (LlmScene scene = new LlmScene(Database.memory())) {
            scene.stub.always(StubEndpoint.hangs());
            CompletableFuture<Summaries> made = CompletableFuture.supplyAsync(scene::summarize);
            assertThat(scene.stub.arrived.await(30, TimeUnit.SECONDS)).isTrue();
            scene.summarizer.close();
            assertThat(made.get(15, TimeUnit.SECONDS)).isEqualTo(LlmScene.extractive());
            assertThat(scene.summarizer.lastProblem()).isEmpty();
        }
    }
}
