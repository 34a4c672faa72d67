package org.postbag.subscriptions.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.postbag.posts.store.Database;

/**
 * How the holder of a claim keeps it, and how its row ends or waits, in one short transaction each. Nothing is written,
 * and false is answered, when the token no longer holds: the lease ended and somebody else has the row, or the reader was
 * erased. What every delivery writes on its way is in {@link Marks}, how a row goes on whose request was not answered in
 * {@link Unanswered}.
 */
final class Outcomes {

    private final Database db;

    Outcomes(Database db) {
        this.db = db;
    }

    boolean heartbeat(Claim claim, Instant leaseUntil) {
        return db.write(handle -> fenced(handle, claim, "waits_until = :lease", "")
                        .bind("lease", leaseUntil.toEpochMilli())
                        .execute()
                == 1);
    }

    boolean sent(Claim claim, Instant at) {
        return db.write(handle -> {
            boolean closed = done(
                    handle,
                    claim,
                    fenced(
                                    handle,
                                    claim,
                                    """
                                    status = 'sent', waits_until = NULL, token = NULL, attempts = attempts + 1,
                                    cursor_moved = 1, problem = NULL, finished_at = :at
                                    """,
                                    "AND manifest IS NOT NULL AND sending IS NULL")
                            .bind("at", at.toEpochMilli()),
                    "it is not frozen, or a message has no answer yet");
            if (closed) {
                SubscriptionRows.moveCursor(handle, claim.delivery().id());
                tally(handle, claim, DeliveryStatus.SENT);
            }
            return closed;
        });
    }

    private static String notMarked(int message) {
        return "message " + message + " was not marked as being sent";
    }

    boolean uncertain(Claim claim, int message, String problem, Instant at) {
        return db.write(handle -> unanswered(handle, claim, message)
                && Unanswered.hold(handle, claim.delivery().id(), problem, at));
    }

    boolean uncertainAgain(Claim claim, int message, String problem, Instant nextTry) {
        return db.write(handle -> unanswered(handle, claim, message)
                && Unanswered.resend(handle, claim.delivery().id(), problem, nextTry));
    }

    /** Locks the row if the token holds. */
    private static boolean unanswered(Handle handle, Claim claim, int message) {
        return done(
                handle,
                claim,
                fenced(handle, claim, "sending_at = sending_at", "AND sending = :message")
                        .bind("message", message),
                notMarked(message));
    }

    boolean retry(Claim claim, Instant nextTry, String problem, boolean countAttempt) {
        return db.write(handle -> fenced(
                                handle,
                                claim,
                                """
                                status = 'pending', waits_until = :nextTry, token = NULL, attempts = attempts + :counted,
                                sending = NULL, sending_at = NULL, problem = :problem
                                """,
                                "")
                        .bind("nextTry", nextTry.toEpochMilli())
                        .bind("counted", countAttempt ? 1 : 0)
                        .bind("problem", Columns.problem(problem))
                        .execute()
                == 1);
    }

    boolean failed(Claim claim, String problem, Instant at) {
        return db.write(handle -> {
            boolean closed = fenced(
                                    handle,
                                    claim,
                                    """
                                    status = 'failed', waits_until = NULL, token = NULL,
                                    attempts = attempts + CASE WHEN sending IS NULL THEN 0 ELSE 1 END,
                                    sending = NULL, sending_at = NULL, problem = :problem, finished_at = :at
                                    """,
                                    "")
                            .bind("problem", Columns.problem(problem))
                            .bind("at", at.toEpochMilli())
                            .execute()
                    == 1;
            if (closed) tally(handle, claim, DeliveryStatus.FAILED);
            return closed;
        });
    }

    /** Content nothing of which went out is dropped. */
    boolean skipped(Claim claim, Skip why, Instant at) {
        return db.write(handle -> {
            boolean closed = fenced(
                                    handle,
                                    claim,
                                    """
                                    status = 'skipped', skip = :skip, waits_until = NULL, token = NULL, finished_at = :at,
                                    sending = NULL, sending_at = NULL,
                                    manifest = CASE WHEN accepted + cursor_moved = 0 THEN NULL ELSE manifest END,
                                    posts = CASE WHEN accepted + cursor_moved = 0 THEN 0 ELSE posts END,
                                    upper_number = CASE WHEN accepted + cursor_moved = 0 THEN NULL ELSE upper_number END,
                                    cursor_before = CASE WHEN accepted + cursor_moved = 0 THEN NULL ELSE cursor_before END
                                    """,
                                    "")
                            .bind("skip", why.word())
                            .bind("at", at.toEpochMilli())
                            .execute()
                    == 1;
            if (closed) tally(handle, claim, DeliveryStatus.SKIPPED);
            return closed;
        });
    }

    private static Update fenced(Handle handle, Claim claim, String set, String and) {
        return handle.createUpdate(
                        "UPDATE delivery SET <set> WHERE id = :id AND status = 'claimed' AND token = :token <and>")
                .define("set", set)
                .define("and", and)
                .bind("id", claim.delivery().id())
                .bind("token", claim.token());
    }

    /** Tells a claim that is no longer held, which happens, from a step out of order, which is a fault. */
    private static boolean done(Handle handle, Claim claim, Update update, String outOfOrder) {
        if (update.execute() == 1) return true;
        if (isHeld(handle, claim))
            throw new IllegalStateException("delivery " + claim.delivery().id() + ": " + outOfOrder);
        return false;
    }

    static boolean isHeld(Handle handle, Claim claim) {
        return handle.createQuery(
                                "SELECT COUNT(*) FROM delivery WHERE id = :id AND status = 'claimed' AND token = :token")
                        .bind("id", claim.delivery().id())
                        .bind("token", claim.token())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    private static void tally(Handle handle, Claim claim, DeliveryStatus status) {
        Tally.closed(
                handle,
                claim.subscription().address().channel(),
                status,
                claim.delivery().id());
    }
}
