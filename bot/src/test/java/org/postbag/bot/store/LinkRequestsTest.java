package org.postbag.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.store.LinkRequests.Asked;
import org.postbag.bot.store.LinkRequests.Often;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.EmailAddress;

class LinkRequestsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private Database db;
    private LinkRequests requests;

    private void open(Engine engine) {
        db = engine.open();
        BotStore.migrate(db);
        requests = new LinkRequests(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static EmailAddress inbox(String name) {
        return new EmailAddress(name, "example.org");
    }

    private static LinkRequest kept(Asked asked) {
        return ((Asked.Kept) asked).request();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a request comes back as it was kept, until it is used up")
    void kept(Engine engine) {
        open(engine);
        LinkRequest request = kept(requests.ask(7, inbox("Me"), NOW));
        assertThat(request.id()).isPositive();
        assertThat(requests.find(request.id())).contains(request);
        assertThat(request.address().mailbox()).isEqualTo("Me@example.org");
        requests.remove(request.id());
        requests.remove(request.id());
        assertThat(requests.find(request.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("one who asks may do so three times an hour")
    void askers(Engine engine) {
        open(engine);
        for (int i = 0; i < 3; i++) kept(requests.ask(7, inbox("me" + i), NOW.plusSeconds(i)));
        assertThat(requests.ask(7, inbox("me9"), NOW.plusSeconds(60))).isEqualTo(new Asked.TooOften(Often.ASKER));
        kept(requests.ask(8, inbox("me9"), NOW.plusSeconds(60)));
        kept(requests.ask(7, inbox("me9"), NOW.plus(Duration.ofHours(1))));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("one inbox may be asked for three times a day, whoever asks and however it is written")
    void inboxes(Engine engine) {
        open(engine);
        kept(requests.ask(1, inbox("me"), NOW));
        kept(requests.ask(2, inbox("ME"), NOW));
        kept(requests.ask(3, inbox("Me"), NOW));
        assertThat(requests.ask(4, inbox("mE"), NOW.plus(Duration.ofHours(23))))
                .isEqualTo(new Asked.TooOften(Often.ADDRESS));
        kept(requests.ask(4, inbox("mE"), NOW.plus(Duration.ofHours(24))));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("old requests are forgotten, and ids are not given twice")
    void pruned(Engine engine) {
        open(engine);
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 50; i++)
            ids.add(kept(requests.ask(i, inbox("me" + i), NOW.plusSeconds(i))).id());
        assertThat(ids).hasSize(50).allMatch(id -> id > 0);
        assertThat(requests.prune(NOW.plusSeconds(20))).isEqualTo(20);
        assertThat(requests.prune(NOW.plusSeconds(20))).isZero();
    }
}
