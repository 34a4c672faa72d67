package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;

/** A database that an earlier version wrote goes on working. */
class MigrationTest {

    private static final String FIRST = "V1__subscriptions_and_ledger.sql";

    private static void row(Handle handle, int id, String reader, String address, String tags) {
        handle.createUpdate(
                        """
                        INSERT INTO subscription (
                            id, reader, address, address_key, channel, status, confirmed, admitted, timetable_id, first_due,
                            tags, mute, keywords, lang, length, created, cursor_number, start_number, floor_date)
                        VALUES (:id, :reader, :address, :key, :channel, 'active', 1, 1, 1, 0,
                                :tags, '', '', 'zh', 'short', 0, 0, 0, 0)
                        """)
                .bind("id", id)
                .bind("reader", reader)
                .bind("address", address)
                .bind("key", Address.parse(address).key())
                .bind("channel", Address.parse(address).channel())
                .bind("tags", tags)
                .execute();
    }

    private static void firstVersion(Database db, Path folder) throws IOException {
        try (InputStream script =
                SubscriptionStore.class.getResourceAsStream("/org/postbag/subscriptions/migrations/" + FIRST)) {
            Files.copy(Objects.requireNonNull(script), folder.resolve(FIRST));
        }
        db.migrate("filesystem:" + folder, "subscriptions_schema_history");
        db.change(handle -> {
            handle.execute(
                    """
                    INSERT INTO timetable (id, time_of_day, days, zone, next_due, planned_at)
                    VALUES (1, '07:30', 'daily', 'UTC', 1, 0)
                    """);
            row(handle, 1, "alone", "telegram:-1009999999999", "");
            row(handle, 2, "alike", "telegram:42", "tech");
            row(handle, 3, "alike", "email:Alike/0@example.org", "tech");
            row(handle, 4, "apart", "telegram:-1009999999999/120", "tech");
            row(handle, 5, "apart", "email:apart@example.org", "");
        });
    }

    @ParameterizedTest
    @EnumSource
    void linkedAddressesAreSharedUnlessTheirSettingsDifferAlready(Engine engine, @TempDir Path folder)
            throws IOException {
        try (Database db = engine.open()) {
            firstVersion(db, folder);
            SubscriptionStore.migrate(db);
            assertThat(new SubscriptionStore(db).list(SubscriptionQuery.all()))
                    .filteredOn(Subscription::shared)
                    .extracting(Subscription::reader)
                    .containsExactlyInAnyOrder("alone", "alike", "alike");
        }
    }

    @ParameterizedTest
    @EnumSource
    void chatsAreFoundWithTheirTopics(Engine engine, @TempDir Path folder) throws IOException {
        try (Database db = engine.open()) {
            firstVersion(db, folder);
            SubscriptionStore.migrate(db);
            SubscriptionStore store = new SubscriptionStore(db);
            assertThat(store.inChat(-1009999999999L))
                    .extracting(s -> s.address().toString())
                    .containsExactly("telegram:-1009999999999", "telegram:-1009999999999/120");
            assertThat(store.inChat(42)).hasSize(1);
            long chats = db.read(handle -> handle.createQuery("SELECT COUNT(chat_id) FROM subscription")
                    .mapTo(Long.class)
                    .one());
            assertThat(chats).isEqualTo(3);
        }
    }
}
