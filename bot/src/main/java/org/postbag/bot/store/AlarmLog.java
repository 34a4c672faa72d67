package org.postbag.bot.store;

import java.time.Instant;
import java.util.List;
import org.postbag.posts.store.Database;

/** Which sources' troubles the operator was told of, so that a restart or a second process does not tell them again. */
public final class AlarmLog {
    private final Database db;

    public AlarmLog(Database db) {
        this.db = db;
    }

    /** Notes that a source is in trouble; false when this very trouble was noted before. */
    public boolean raise(String source, String trouble, Instant now) {
        return db.write(handle -> handle.createUpdate(
                                """
                                INSERT INTO source_alarm (source, trouble, told) VALUES (:source, :trouble, :now)
                                ON CONFLICT (source) DO UPDATE SET trouble = excluded.trouble, told = excluded.told
                                WHERE source_alarm.trouble <> excluded.trouble
                                """)
                        .bind("source", source)
                        .bind("trouble", trouble)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1);
    }

    /** Notes that its trouble is over; false when none was noted. */
    public boolean clear(String source) {
        return db.write(handle -> handle.createUpdate("DELETE FROM source_alarm WHERE source = :source")
                        .bind("source", source)
                        .execute()
                == 1);
    }

    /** The sources in trouble. */
    public List<String> raised() {
        return db.read(handle -> handle.createQuery("SELECT source FROM source_alarm ORDER BY source")
                .mapTo(String.class)
                .list());
    }
}
