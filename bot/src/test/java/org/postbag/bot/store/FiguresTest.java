package org.postbag.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.store.DeliveryStatus;
import org.postbag.subscriptions.store.SubscriptionStore;

/** Counts over a ledger with a long history. */
class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** One delivery a minute up to now: ids grow with due instants. */
    private static void history(Database db, int minutes) {
        db.change(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    """
                    INSERT INTO delivery (id, subscription_id, channel, due, status)
                    VALUES (:id, :id, :channel, :due, :status)
                    """);
            for (int id = 1; id <= minutes; id++)
                batch.bind("id", id)
                        .bind("channel", id % 2 == 0 ? "telegram" : "email")
                        .bind("due", NOW.minus(Duration.ofMinutes(minutes - id)).toEpochMilli())
                        .bind("status", id % 10 == 0 ? "failed" : "sent")
                        .add();
            if (minutes > 0) batch.execute();
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("deliveries of a stretch of time are counted exactly, however long the history before")
    void deliveries(Engine engine) {
        for (int minutes : List.of(0, 100, 1024, 9000)) {
            try (Database db = engine.open()) {
                SubscriptionStore.migrate(db);
                history(db, minutes);
                for (int lately : List.of(1, 60, 1440, 20_000)) {
                    Map<String, Map<DeliveryStatus, Long>> counts =
                            new Figures(db).deliveriesSince(NOW.minus(Duration.ofMinutes(lately - 1)));
                    long all = counts.values().stream()
                            .flatMap(byStatus -> byStatus.values().stream())
                            .mapToLong(Long::longValue)
                            .sum();
                    assertThat(all).as("%d of %d", lately, minutes).isEqualTo(Math.min(lately, minutes));
                }
                if (minutes == 9000)
                    assertThat(new Figures(db).deliveriesSince(NOW.minus(Duration.ofMinutes(99))))
                            .containsEntry("email", Map.of(DeliveryStatus.SENT, 50L))
                            .containsEntry("telegram", Map.of(DeliveryStatus.SENT, 40L, DeliveryStatus.FAILED, 10L));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("updates that are kept and not done are counted")
    void updates(Engine engine) {
        try (Database db = engine.open()) {
            BotStore.migrate(db);
            UpdateStore updates = new UpdateStore(db);
            updates.keep(List.of(new UpdateStore.Kept(1, "5", "{}"), new UpdateStore.Kept(2, "5", "{}")), NOW);
            updates.done(1);
            assertThat(new Figures(db).updatesWaiting()).isEqualTo(1);
        }
    }
}
