package org.postbag.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.EmailAddress;

class ChangeRequestsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final EmailAddress ME = new EmailAddress("Me", "example.org");
    private Database db;
    private ChangeRequests requests;

    private void open(Engine engine) {
        db = engine.open();
        BotStore.migrate(db);
        requests = new ChangeRequests(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a change comes back as it was kept and is used once")
    void usedOnce(Engine engine) {
        open(engine);
        ChangeRequest request = requests.ask(ME, "暂停 3d", NOW).orElseThrow();
        assertThat(request.id()).isPositive();
        assertThat(requests.find(request.id())).contains(request);
        assertThat(requests.use(request.id(), NOW.plusSeconds(5))).isTrue();
        assertThat(requests.use(request.id(), NOW.plusSeconds(6))).isFalse();
        assertThat(requests.find(request.id()).map(ChangeRequest::done)).contains(NOW.plusSeconds(5));
        assertThat(requests.use(request.id() ^ 1, NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("five wait for an address however it is written; used and old ones make room, long ones are cut")
    void five(Engine engine) {
        open(engine);
        ChangeRequest first = requests.ask(ME, "x".repeat(5000), NOW).orElseThrow();
        assertThat(first.command()).hasSize(1000);
        for (int i = 0; i < 4; i++)
            assertThat(requests.ask(new EmailAddress("mE", "example.org"), "stop", NOW.plusSeconds(60)))
                    .isPresent();
        assertThat(requests.ask(ME, "stop", NOW.plusSeconds(61))).isEqualTo(Optional.empty());
        assertThat(requests.ask(new EmailAddress("you", "example.org"), "stop", NOW))
                .isPresent();
        requests.use(first.id(), NOW.plusSeconds(62));
        assertThat(requests.ask(ME, "stop", NOW.plusSeconds(63))).isPresent();
        assertThat(requests.ask(ME, "stop", NOW.plusSeconds(64))).isEmpty();
        assertThat(requests.ask(ME, "stop", NOW.plus(Duration.ofDays(3)))).isPresent();
        assertThat(requests.prune(NOW.plusSeconds(100))).isEqualTo(7);
    }
}
