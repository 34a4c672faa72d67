package org.postbag.subscriptions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Quiet;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.TelegramAddress;
import org.postbag.subscriptions.TimeOfDay;
import org.postbag.subscriptions.Timetable;

/** Turns subscriptions into rows and back. Which rows, {@link SubscriptionStore} says. */
final class SubscriptionRows {

    /** What every query for subscriptions begins with. */
    static final String SELECT =
            """
            SELECT s.id, s.reader, s.address, s.status, s.status_reason, s.confirmed, s.admitted, s.first_due,
                   s.tags, s.mute, s.keywords, s.lang, s.length, s.quiet, s.created, s.paused_until,
                   s.cursor_number, s.start_number, s.floor_date, s.shared,
                   t.time_of_day, t.days, t.zone, t.next_due
            FROM subscription s JOIN timetable t ON t.id = s.timetable_id
            """;

    private static final String MOVE_CURSOR =
            """
            UPDATE subscription SET cursor_number = d.upper_number
            FROM delivery d
            WHERE d.id = :delivery AND subscription.id = d.subscription_id
              AND subscription.cursor_number < d.upper_number
            """;

    private SubscriptionRows() {}

    static Subscription subscription(ResultSet row, StatementContext context) throws SQLException {
        Status status = Columns.word(Status.class, row.getString("status"));
        String quiet = row.getString("quiet");
        return new Subscription(
                row.getLong("id"),
                row.getString("reader"),
                Address.parse(row.getString("address")),
                status,
                row.getString("status_reason"),
                new Settings(
                        new Selection(
                                Columns.words(row.getString("tags")),
                                Columns.words(row.getString("mute")),
                                Columns.words(row.getString("keywords"))),
                        Columns.word(ReaderLanguage.class, row.getString("lang")),
                        timetable(row),
                        Columns.word(Length.class, row.getString("length")),
                        quiet == null ? null : Quiet.parse(quiet)),
                Columns.instant(row, "created"),
                Columns.instantOrNull(row, "paused_until"),
                row.getLong("cursor_number"),
                row.getLong("start_number"),
                Columns.instant(row, "floor_date"),
                status == Status.ACTIVE ? nextDue(row) : null,
                row.getInt("confirmed") == 1,
                row.getInt("admitted") == 1,
                row.getInt("shared") == 1);
    }

    static Timetable timetable(ResultSet row) throws SQLException {
        return new Timetable(
                TimeOfDay.parse(row.getString("time_of_day")),
                Days.parse(row.getString("days")),
                ZoneId.of(row.getString("zone")));
    }

    /** The timetable's next instant, but none before the subscription's first. */
    private static @Nullable Instant nextDue(ResultSet row) throws SQLException {
        Instant next = Columns.instantOrNull(row, "next_due");
        Instant first = Columns.instantOrNull(row, "first_due");
        return next == null || first == null || next.isAfter(first) ? next : first;
    }

    private static final String INSERT =
            """
            INSERT INTO subscription (
                id, reader, address, address_key, channel, status, status_reason, confirmed, admitted,
                timetable_id, first_due, tags, mute, keywords, lang, length, quiet,
                created, paused_until, cursor_number, start_number, floor_date, shared, chat_id)
            VALUES (
                :id, :reader, :address, :key, :channel, :status, :reason, :confirmed, :admitted,
                :timetable, :firstDue, :tags, :mute, :keywords, :lang, :length, :quiet,
                :created, :pausedUntil, :cursor, :startNumber, :floor, :shared, :chat)
            """;

    static void insert(Handle handle, Subscription s, long id, long timetable) {
        inserted(handle.createUpdate(INSERT), s, id, timetable).execute();
    }

    /** To be filled by {@link #inserted}. */
    static PreparedBatch inserts(Handle handle) {
        return handle.prepareBatch(INSERT);
    }

    static <S extends SqlStatement<S>> S inserted(S statement, Subscription s, long id, long timetable) {
        return bound(statement, s, id, timetable)
                .bind("key", s.address().key())
                .bind("channel", s.address().channel())
                .bind("address", s.address().toString())
                .bind("chat", chat(s.address()))
                .bind("created", s.created().toEpochMilli());
    }

    /** Everything but the address and the day of creation. The cursor never goes back. */
    static void update(Handle handle, Subscription s, long timetable) {
        bound(
                        handle.createUpdate(
                                """
                                UPDATE subscription SET
                                    reader = :reader, status = :status, status_reason = :reason,
                                    confirmed = :confirmed, admitted = :admitted,
                                    timetable_id = :timetable, first_due = :firstDue,
                                    tags = :tags, mute = :mute, keywords = :keywords,
                                    lang = :lang, length = :length, quiet = :quiet, paused_until = :pausedUntil,
                                    cursor_number = CASE WHEN cursor_number < :cursor THEN :cursor ELSE cursor_number END,
                                    start_number = :startNumber, floor_date = :floor, shared = :shared
                                WHERE id = :id
                                """),
                        s,
                        s.id(),
                        timetable)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Subscription s, long id, long timetable) {
        Settings settings = s.settings();
        return statement
                .bind("id", id)
                .bind("reader", s.reader())
                .bind("status", s.status().word())
                .bind("reason", s.statusReason())
                .bind("confirmed", s.confirmed() ? 1 : 0)
                .bind("admitted", s.admitted() ? 1 : 0)
                .bind("timetable", timetable)
                .bind("firstDue", Columns.millis(s.nextDue()))
                .bind("tags", Columns.words(settings.selection().tags()))
                .bind("mute", Columns.words(settings.selection().mute()))
                .bind("keywords", Columns.words(settings.selection().keywords()))
                .bind("lang", settings.lang().word())
                .bind("length", settings.length().word())
                .bind(
                        "quiet",
                        settings.quiet() == null ? null : settings.quiet().toString())
                .bind("pausedUntil", Columns.millis(s.pausedUntil()))
                .bind("cursor", s.cursor())
                .bind("startNumber", s.startNumber())
                .bind("floor", s.floor().toEpochMilli())
                .bind("shared", s.shared() ? 1 : 0);
    }

    /** The cursor is the higher one of the two subscriptions'. */
    static void move(Handle handle, long id, Address to, long cursor) {
        handle.createUpdate(
                        """
                        UPDATE subscription
                        SET address = :address, address_key = :key, channel = :channel, chat_id = :chat,
                            cursor_number = CASE WHEN cursor_number < :cursor THEN :cursor ELSE cursor_number END
                        WHERE id = :id
                        """)
                .bind("address", to.toString())
                .bind("key", to.key())
                .bind("channel", to.channel())
                .bind("chat", chat(to))
                .bind("cursor", cursor)
                .bind("id", id)
                .execute();
    }

    /** The posts of a delivery are done. */
    static void moveCursor(Handle handle, long delivery) {
        handle.createUpdate(MOVE_CURSOR).bind("delivery", delivery).execute();
    }

    /** The same for several. */
    static void moveCursors(Handle handle, List<Long> deliveries) {
        PreparedBatch batch = handle.prepareBatch(MOVE_CURSOR);
        for (long delivery : deliveries) batch.bind("delivery", delivery).add();
        batch.execute();
    }

    private static @Nullable Long chat(Address address) {
        return address instanceof TelegramAddress telegram ? telegram.chatId() : null;
    }
}
