package org.postbag.posts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;

class DatabaseTest {

    @ParameterizedTest
    @EnumSource
    void aTransactionThatFailsLeavesNothing(Engine engine) {
        try (Database db = counted(engine.open())) {
            assertThatThrownBy(() -> db.change(handle -> {
                        handle.execute("UPDATE counted SET value = 7");
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(value(db)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyThreadsThatWriteLoseNothing(Engine engine) throws Exception {
        try (Database db = counted(engine.open())) {
            ExecutorService pool = Executors.newFixedThreadPool(8);
            List<Future<?>> done = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(t -> pool.submit(() -> {
                        for (int i = 0; i < 25; i++) db.change(DatabaseTest::countOn);
                    }))
                    .toList();
            for (Future<?> one : done) one.get(60, TimeUnit.SECONDS);
            pool.shutdown();
            assertThat(value(db)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteWithinAWriteIsTheSameTransaction(Engine engine) {
        try (Database db = counted(engine.open())) {
            assertThatThrownBy(() -> db.change(outer -> {
                        db.change(DatabaseTest::countOn);
                        assertThat(value(db)).isEqualTo(1);
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(value(db)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void readersDoNotWaitForAWriter(Engine engine) throws Exception {
        try (Database db = counted(engine.open())) {
            ExecutorService other = Executors.newSingleThreadExecutor();
            int seen = db.write(handle -> {
                countOn(handle);
                try {
                    return other.submit(() -> value(db)).get(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            other.shutdown();
            assertThat(seen).as("what is not committed is not seen").isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCommittedIsThereAfterReopening(Engine engine) {
        String url = engine.url();
        try (Database db = counted(Database.open(url))) {
            db.change(DatabaseTest::countOn);
        }
        try (Database db = Database.open(url)) {
            assertThat(value(db)).isEqualTo(1);
            assertThat(db.isPostgres()).isEqualTo(engine == Engine.POSTGRESQL);
        }
    }

    @Test
    void aDatabaseInMemoryWorksAlike() {
        try (Database db = counted(Database.memory())) {
            db.change(DatabaseTest::countOn);
            assertThat(value(db)).isEqualTo(1);
        }
    }

    @Test
    void aWriteInsideAReadIsRefused() {
        try (Database db = counted(Database.memory())) {
            assertThatThrownBy(() -> db.read(handle -> db.write(other -> 1))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anAddressOfAnotherKindIsRefusedWithAnExample() {
        assertThatThrownBy(() -> Database.open("jdbc:mysql://user:secret@db/x"))
                .hasMessageContaining("jdbc:postgresql://")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a database at all, but long enough".repeat(99));
        assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + file))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("notes.txt");
    }

    private static Database counted(Database db) {
        db.change(handle -> {
            handle.execute("CREATE TABLE counted (value INTEGER NOT NULL)");
            handle.execute("INSERT INTO counted VALUES (0)");
        });
        return db;
    }

    private static void countOn(Handle handle) {
        handle.execute("UPDATE counted SET value = value + 1");
    }

    private static int value(Database db) {
        return db.read(handle -> handle.createQuery("SELECT value FROM counted")
                .mapTo(Integer.class)
                .one());
    }
}
