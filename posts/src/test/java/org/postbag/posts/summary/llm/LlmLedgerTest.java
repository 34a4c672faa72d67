package org.postbag.posts.summary.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TestDatabases.Engine;

class LlmLedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    @ParameterizedTest
    @EnumSource
    void answersAreKeptUntilTheyArePruned(Engine engine) {
        try (Database db = engine.open()) {
            PostStore.migrate(db);
            LlmLedger ledger = new LlmLedger(db);
            ledger.accepted("a", "kurz", "lang", NOW);
            ledger.rejected("b", "number not in the text: 7", NOW.plusSeconds(60));
            ledger.accepted("b", "too", "late", NOW);
            assertThat(ledger.find("a").orElseThrow().texts()).containsExactly("kurz", "lang");
            assertThat(ledger.find("b").orElseThrow().texts()).isEmpty();
            assertThat(ledger.find("c")).isEmpty();
            assertThat(ledger.prune(NOW.plusSeconds(1))).isEqualTo(1);
            assertThat(ledger.find("a")).isEmpty();
            assertThat(ledger.find("b")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoProcessesTogetherDoNotReserveMoreThanTheLimit(Engine engine) throws Exception {
        String url = engine.url();
        try (Database one = Database.open(url);
                Database other = Database.open(url)) {
            PostStore.migrate(one);
            List<LlmLedger> ledgers = List.of(new LlmLedger(one), new LlmLedger(other));
            ExecutorService pool = Executors.newFixedThreadPool(4);
            List<Future<Boolean>> granted = IntStream.range(0, 40)
                    .mapToObj(i -> pool.submit(() -> ledgers.get(i % 2).reserve(DAY, 100, 1_050)))
                    .toList();
            int count = 0;
            for (Future<Boolean> one1 : granted) if (one1.get(60, TimeUnit.SECONDS)) count++;
            pool.shutdown();
            assertThat(count).isEqualTo(10);
            ledgers.get(0).settle(DAY, 100, 60);
            ledgers.get(1).settle(DAY, 100, 0);
            assertThat(ledgers.get(0).tokensOn(DAY)).isEqualTo(860);
            assertThat(ledgers.get(1).tokensTotal()).isEqualTo(60);
            assertThat(ledgers.get(1).tokensOn(DAY.plusDays(1))).isZero();
            assertThat(ledgers.get(1).reserve(DAY.plusDays(1), 2_000, 1_050)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastProblemIsSeenByAnotherProcess(Engine engine) {
        String url = engine.url();
        try (Database one = Database.open(url);
                Database other = Database.open(url)) {
            PostStore.migrate(one);
            new LlmLedger(one).problem("it fails (500)", NOW);
            new LlmLedger(one).problem("it fails (502)", NOW);
            assertThat(new LlmLedger(other).lastProblem()).contains("it fails (502)");
            new LlmLedger(other).solved();
            assertThat(new LlmLedger(one).lastProblem()).isEmpty();
        }
    }
}
