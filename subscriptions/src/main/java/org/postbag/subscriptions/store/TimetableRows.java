package org.postbag.subscriptions.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.postbag.subscriptions.TimeOfDay;
import org.postbag.subscriptions.Timetable;

/** One row for each timetable that somebody has or had, shared by all subscriptions with it. */
final class TimetableRows {

    private TimetableRows() {}

    /** The row's id; a new one is planned from {@code now} on. */
    static long idOf(Handle handle, Timetable timetable, Instant now) {
        return handle.createQuery(
                        """
                        SELECT id FROM timetable WHERE time_of_day = :at AND days = :days AND zone = :zone
                        """)
                .bind("at", TimeOfDay.format(timetable.at()))
                .bind("days", timetable.days().toString())
                .bind("zone", timetable.zone().getId())
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> insert(handle, timetable, now));
    }

    private static long insert(Handle handle, Timetable timetable, Instant now) {
        long id = Sequence.TIMETABLE.next(handle);
        handle.createUpdate(
                        """
                        INSERT INTO timetable (id, time_of_day, days, zone, next_due, planned_at)
                        VALUES (:id, :at, :days, :zone, :next, :now)
                        """)
                .bind("id", id)
                .bind("at", TimeOfDay.format(timetable.at()))
                .bind("days", timetable.days().toString())
                .bind("zone", timetable.zone().getId())
                .bind("next", Columns.millis(timetable.next(now).orElse(null)))
                .bind("now", now.toEpochMilli())
                .execute();
        return id;
    }
}
