package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;

class SubscriptionStoreTest {

    private static final SubscriptionQuery ALL = SubscriptionQuery.all();

    private static TestLedger five(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:12");
        ledger.add("email:Anna@example.org");
        ledger.add("email:under_score@example.org");
        ledger.add("telegram:-1003");
        ledger.add("email:100%@example.org");
        ledger.rules().pause(Address.parse("telegram:12"), null);
        return ledger;
    }

    private static List<String> addresses(TestLedger ledger, SubscriptionQuery query) {
        return ledger.store.list(query).stream()
                .map(s -> s.address().toString())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void listsInTheOrderOfAddressesPageByPage(Engine engine) {
        TestLedger ledger = five(engine);
        List<String> all = addresses(ledger, ALL);
        assertThat(all)
                .containsExactlyInAnyOrder(
                        "email:100%@example.org",
                        "email:Anna@example.org", "email:under_score@example.org", "telegram:-1003", "telegram:12");
        assertThat(addresses(ledger, ALL.withPage(1, 2))).isEqualTo(all.subList(1, 3));
        assertThat(addresses(ledger, ALL.withPage(4, 0))).isEqualTo(all.subList(4, 5));
        assertThat(addresses(ledger, ALL.withAfter(Address.parse(all.get(1))))).isEqualTo(all.subList(2, 5));
        assertThat(addresses(ledger, ALL.withAfter(null))).isEqualTo(all);
    }

    @ParameterizedTest
    @EnumSource
    void findsByStatusAndText(Engine engine) {
        TestLedger ledger = five(engine);
        assertThat(addresses(ledger, ALL.withStatus(Status.PAUSED))).containsExactly("telegram:12");
        assertThat(addresses(ledger, ALL.withStatus(Status.GONE))).isEmpty();
        assertThat(addresses(ledger, ALL.withText(" aNNa"))).containsExactly("email:Anna@example.org");
        assertThat(addresses(ledger, ALL.withText("_"))).containsExactly("email:under_score@example.org");
        assertThat(addresses(ledger, ALL.withText("%"))).containsExactly("email:100%@example.org");
        assertThat(addresses(ledger, ALL.withText("!"))).isEmpty();
        assertThat(addresses(ledger, ALL.withText("telegram:").withStatus(Status.ACTIVE)))
                .containsExactly("telegram:-1003");
        Subscription anna = ledger.find("email:anna@example.org");
        assertThat(addresses(ledger, ALL.withText(anna.reader()))).containsExactly("email:Anna@example.org");
    }

    @ParameterizedTest
    @EnumSource
    void streamsWhatItLists(Engine engine) {
        TestLedger ledger = five(engine);
        List<Subscription> streamed = new ArrayList<>();
        ledger.store.each(ALL, streamed::add);
        assertThat(streamed).isEqualTo(ledger.store.list(ALL)).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void countsByStatus(Engine engine) {
        TestLedger ledger = five(engine);
        assertThat(ledger.store.counts()).isEqualTo(Map.of(Status.ACTIVE, 4L, Status.PAUSED, 1L));
    }

    @ParameterizedTest
    @EnumSource
    void countsByChannelAndStatus(Engine engine) {
        TestLedger ledger = five(engine);
        assertThat(ledger.store.countsByChannel())
                .isEqualTo(Map.of(
                        "email", Map.of(Status.ACTIVE, 3L), "telegram", Map.of(Status.ACTIVE, 1L, Status.PAUSED, 1L)));
        assertThat(TestLedger.empty(engine).store.countsByChannel()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aChatIsFoundWithAllOfItsTopicsAndNoOther(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        for (String address : List.of(
                "telegram:-100/7",
                "telegram:-1001",
                "telegram:100",
                "telegram:-100",
                "telegram:-1001/7",
                "email:-100/7@example.org",
                "telegram:-100/12")) ledger.add(address);
        assertThat(ledger.rules().inChat(-100))
                .extracting(s -> s.address().toString())
                .containsExactly("telegram:-100", "telegram:-100/12", "telegram:-100/7");
        assertThat(ledger.rules().inChat(-10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aChatThatMovedIsFoundByItsNewIdAlone(Engine engine) {
        TestLedger ledger = TestLedger.empty(engine);
        ledger.add("telegram:-5");
        ledger.rules().migrate(Address.parse("telegram:-5"), Address.parse("telegram:-1005"));
        assertThat(ledger.rules().inChat(-5)).isEmpty();
        assertThat(ledger.rules().inChat(-1005)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWhoAddOneAddressAtOnceOneCreatesIt(Engine engine) throws Exception {
        TestLedger ledger = TestLedger.empty(engine);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        Callable<Result> join = () -> ledger.rules().join(Address.parse("telegram:1"), Change.none());
        List<Result.Kind> kinds = new ArrayList<>();
        for (Future<Result> one : pool.invokeAll(List.of(join, join, join, join)))
            kinds.add(((Result.Done) one.get(60, TimeUnit.SECONDS)).kind());
        pool.shutdown();
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        Result.Kind.CREATED, Result.Kind.UNCHANGED, Result.Kind.UNCHANGED, Result.Kind.UNCHANGED);
        assertThat(ledger.store.list(ALL)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void migratingTwiceDoesNothing(Engine engine) {
        TestLedger ledger = five(engine);
        assertThatCode(() -> SubscriptionStore.migrate(ledger.db)).doesNotThrowAnyException();
        assertThat(ledger.store.list(ALL)).hasSize(5);
    }

    @Test
    void worksInMemory() {
        try (Database db = Database.memory()) {
            SubscriptionStore.migrate(db);
            assertThat(new SubscriptionStore(db).list(ALL)).isEmpty();
        }
    }

    @Test
    void anErasedAddressIsNoLongerInTheFileOnceItIsClosed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("postbag.db");
        try (Database db = Database.open("jdbc:sqlite:" + file)) {
            SubscriptionStore.migrate(db);
            TestLedger ledger = TestLedger.on(db);
            ledger.add("email:somebody.special@example.org");
            ledger.at("2026-11-20T07:30:00Z").plan();
            ledger.rules().erase(Address.parse("email:somebody.special@example.org"));
        }
        try (var files = Files.list(folder)) {
            for (Path one : files.toList())
                assertThat(new String(Files.readAllBytes(one), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("somebody.special");
        }
    }
}
