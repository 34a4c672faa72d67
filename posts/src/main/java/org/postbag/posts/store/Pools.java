package org.postbag.posts.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The connections of a {@link Database}. SQLite has one connection that writes (its transactions begin IMMEDIATE) and a
 * few that read; PostgreSQL one pool for both.
 *
 * @param name the database without its password, for messages
 */
record Pools(String name, boolean postgres, HikariDataSource readers, HikariDataSource writers)
        implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int BUSY_MILLIS = 30_000;
    private static final int READERS = 4;
    private static final int CACHE_KILOBYTES = 8_000;
    /** Posts are long; larger pages mean fewer of them. */
    private static final int PAGE_BYTES = 8192;

    private static final int POSTGRES_CONNECTIONS = 10;

    static Pools open(String url) {
        if (url.startsWith("jdbc:postgresql:")) return postgres(url);
        if (url.startsWith(SQLITE)) return sqlite(url);
        throw new IllegalArgumentException(
                "database '" + nameOf(url) + "': use jdbc:sqlite:/path/to/file or jdbc:postgresql://host/name");
    }

    static Pools memory() {
        SQLiteConfig settings = settings(TransactionMode.DEFERRED);
        settings.setJournalMode(JournalMode.MEMORY);
        HikariDataSource one = pool("memory", SQLITE + ":memory:", settings.toProperties(), 1);
        return new Pools("memory", false, one, one);
    }

    private static Pools sqlite(String url) {
        Path folder = Path.of(url.substring(SQLITE.length()))
                .toAbsolutePath()
                .normalize()
                .getParent();
        try {
            if (folder != null) Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DatabaseException(
                    "the folder " + folder + " for the database cannot be made: " + e + "; check its permissions",
                    new UncheckedIOException(e));
        }
        String name = nameOf(url);
        SQLiteConfig writing = settings(TransactionMode.IMMEDIATE);
        writing.setJournalMode(JournalMode.WAL);
        writing.setPageSize(PAGE_BYTES);
        HikariDataSource writers = pool(name, url, writing.toProperties(), 1);
        try {
            HikariDataSource readers =
                    pool(name, url, settings(TransactionMode.DEFERRED).toProperties(), READERS);
            return new Pools(name, false, readers, writers);
        } catch (RuntimeException e) {
            writers.close();
            throw e;
        }
    }

    private static Pools postgres(String url) {
        HikariDataSource both = pool(nameOf(url), url, new Properties(), POSTGRES_CONNECTIONS);
        return new Pools(nameOf(url), true, both, both);
    }

    private static SQLiteConfig settings(TransactionMode mode) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setTransactionMode(mode);
        settings.setBusyTimeout(BUSY_MILLIS);
        settings.setSynchronous(SynchronousMode.NORMAL);
        settings.setTempStore(TempStore.MEMORY);
        settings.setCacheSize(-CACHE_KILOBYTES);
        settings.enforceForeignKeys(true);
        return settings;
    }

    private static HikariDataSource pool(String name, String url, Properties properties, int size) {
        HikariConfig config = new HikariConfig();
        // A file needs no fresh connections, and a database in memory dies with its only one.
        if (url.startsWith(SQLITE)) config.setMaxLifetime(0);
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties);
        // The log is copied into the file every 32 MB instead of every 4: each copying waits for the disk.
        if (url.startsWith(SQLITE)) config.setConnectionInitSql("PRAGMA wal_autocheckpoint = 4000");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        // A queue behind one long write is no fault: wait as long as SQLite itself would.
        config.setConnectionTimeout(BUSY_MILLIS);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new DatabaseException(
                    "database " + name + " cannot be opened: " + cause.getMessage()
                            + "; check that it is running and may be used, and the key 'database'",
                    e);
        }
    }

    /** The address without user, password or options. */
    private static String nameOf(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public void close() {
        readers.close();
        if (writers != readers) writers.close();
    }
}
