package org.postbag.bot.store;

import java.util.Map;
import org.postbag.posts.store.Database;

/** What the operator set while running, by the option's name; what the values mean is for others to say. */
public final class Options {
    private final Database db;

    public Options(Database db) {
        this.db = db;
    }

    /** Those that were set. */
    public Map<String, String> all() {
        return db.read(handle -> handle.createQuery("SELECT name, value FROM bot_option")
                .reduceRows(new java.util.HashMap<String, String>(), (all, row) -> {
                    all.put(row.getColumn("name", String.class), row.getColumn("value", String.class));
                    return all;
                }));
    }

    public void set(String name, String value) {
        db.change(handle -> handle.createUpdate(
                        """
                        INSERT INTO bot_option (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """)
                .bind("name", name)
                .bind("value", value)
                .execute());
    }

    /** Forgets what was set; false when nothing was. */
    public boolean reset(String name) {
        return db.write(handle -> handle.createUpdate("DELETE FROM bot_option WHERE name = :name")
                        .bind("name", name)
                        .execute()
                == 1);
    }
}
