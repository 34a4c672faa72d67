package org.postbag.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.store.BotStore;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.TestDatabases;

class MachineChecksTest {
    private static final long GB = 1L << 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("a database that works; the trial row does not stay")
    void database(TestDatabases.Engine engine) {
        String url = engine.url();
        try (Database db = Database.open(url)) {
            BotStore.migrate(db);
        }
        for (int again = 0; again < 2; again++) {
            Finding finding = Trials.found(new DatabaseCheck(url));
            assertThat(finding.status()).as(finding.toString()).isEqualTo(Status.OK);
            assertThat(finding.found())
                    .contains(
                            engine == TestDatabases.Engine.SQLITE ? "SQLite opens" : "PostgreSQL opens",
                            "tables up to date",
                            "takes writes");
        }
        try (Database db = Database.open(url)) {
            int left = db.read(handle -> handle.createQuery("SELECT COUNT(*) FROM bot_fact WHERE name = 'doctor'")
                    .mapTo(Integer.class)
                    .one());
            assertThat(left).isZero();
        }
    }

    @Test
    @DisplayName("a database that is not there yet is not made by looking")
    void noDatabaseYet() {
        Path file = folder.resolve("none/postbag.db");
        Finding finding = Trials.found(new DatabaseCheck("jdbc:sqlite:" + file));
        assertThat(finding.status()).isEqualTo(Status.OK);
        assertThat(finding.found()).contains("not made yet");
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    @DisplayName("a file that is no database, and a PostgreSQL that is not there")
    void brokenDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.db"), "this is no database at all\n".repeat(100));
        Finding broken = Trials.found(new DatabaseCheck("jdbc:sqlite:" + file));
        assertThat(broken.status()).isEqualTo(Status.FAILED);
        assertThat(broken.advice()).contains("restore a backup");
        Finding absent = Trials.found(new DatabaseCheck(
                "jdbc:postgresql://127.0.0.1:" + Trials.closedPort() + "/postbag?user=u&connectTimeout=2"));
        assertThat(absent.status()).isEqualTo(Status.FAILED);
        assertThat(absent.advice()).contains("PostgreSQL runs");
    }

    @Test
    @DisplayName("the data folder: with room, with little, with hardly any, not made yet, and a file in its place")
    void dataFolder() throws IOException {
        assertThat(data(folder, 5 * GB).found()).contains("can be written to", "5 GB free");
        assertThat(data(folder, 5 * GB).status()).isEqualTo(Status.OK);
        assertThat(data(folder, GB / 2).status()).isEqualTo(Status.WARNING);
        assertThat(data(folder, GB / 20).status()).isEqualTo(Status.FAILED);
        assertThat(data(folder, GB / 20).found()).contains("51 MB free");
        assertThat(data(folder.resolve("a/b"), 5 * GB).found()).contains("can be made");
        assertThat(folder.resolve("a")).doesNotExist();
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(data(file, 5 * GB).status()).isEqualTo(Status.FAILED);
        assertThat(data(Path.of("/proc/postbag"), 5 * GB).status()).isEqualTo(Status.FAILED);
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith(".doctor"));
    }

    private static Finding data(Path folder, long free) {
        return Trials.found(new DataFolderCheck(folder, path -> free));
    }
}
