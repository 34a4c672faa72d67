package org.postbag.bot.store;

import java.time.Instant;
import java.util.Optional;
import org.postbag.posts.store.Database;

/** What stands behind buttons that are too small for it. */
public final class ButtonStore {
    private final Database db;

    public ButtonStore(Database db) {
        this.db = db;
    }

    /** Keeps what a button does; the same name always stands for the same. */
    public void keep(String name, String what, Instant now) {
        db.change(handle -> handle.createUpdate(
                        """
                        INSERT INTO button (id, command, made) VALUES (:name, :what, :now)
                        ON CONFLICT (id) DO UPDATE SET made = excluded.made
                        """)
                .bind("name", name)
                .bind("what", what)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    public Optional<String> find(String name) {
        return db.read(handle -> handle.createQuery("SELECT command FROM button WHERE id = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    /** Forgets buttons made before {@code before}. */
    public int prune(Instant before) {
        return db.write(handle -> handle.createUpdate("DELETE FROM button WHERE made < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
