package org.postbag.bot.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.postbag.bot.store.BotStore;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.DatabaseException;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.store.SubscriptionStore;

/** Opens the database, brings its tables up to date as every command does, and writes a row that it takes back. */
final class DatabaseCheck implements Check {
    private static final String SQLITE = "jdbc:sqlite:";

    private final String url;

    DatabaseCheck(String url) {
        this.url = url;
    }

    /** Ends a transaction without leaving anything. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("taken back", null, false, false);
        }
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void run(Notes notes) {
        boolean embedded = url.startsWith(SQLITE);
        String kind = embedded ? "SQLite" : "PostgreSQL";
        // Not made here: it would belong to whoever asks, and not to whoever serves.
        if (embedded && !Files.exists(Path.of(url.substring(SQLITE.length()).replaceAll("\\?.*", "")))) {
            notes.ok(kind + ", not made yet; the first command that stores something makes it");
            return;
        }
        notes.trying("opening it");
        try (Database db = Database.open(url)) {
            notes.ok(kind + " opens");
            notes.trying("bringing its tables up to date");
            PostStore.migrate(db);
            SubscriptionStore.migrate(db);
            BotStore.migrate(db);
            notes.ok("tables up to date");
            notes.trying("writing to it");
            write(db);
            notes.ok("takes writes");
        } catch (DatabaseException e) {
            notes.fail(String.valueOf(e.getMessage()), advice(embedded));
        } catch (RuntimeException e) {
            notes.fail("it does not work: " + e.getMessage(), advice(embedded));
        }
    }

    private static String advice(boolean embedded) {
        return embedded
                ? "check the rights and the free space of 'data'; restore a backup if the file is damaged"
                : "check that PostgreSQL runs, and address, user and password in 'database'";
    }

    private static void write(Database db) {
        try {
            db.change(handle -> {
                handle.execute("INSERT INTO bot_fact (name, value) VALUES ('doctor', 'a trial')");
                throw new TakenBack();
            });
        } catch (TakenBack e) {
            // as meant: the row was taken, and is gone again
        }
    }
}
