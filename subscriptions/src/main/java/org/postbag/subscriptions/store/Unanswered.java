package org.postbag.subscriptions.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * What becomes of a row whose request was sent and never answered: the sender says so ({@link Outcomes}), or it died and
 * its lease ended ({@link Claiming}).
 */
final class Unanswered {

    private Unanswered() {}

    /** A claimed row with an unanswered mark: it may have arrived, so the cursor moves. The mark stays to be seen. */
    static boolean hold(Handle handle, long id, String problem, Instant at) {
        String channel = handle.createQuery(
                        """
                        UPDATE delivery
                        SET status = 'uncertain', waits_until = NULL, token = NULL, attempts = attempts + 1,
                            uncertain = uncertain + 1, cursor_moved = 1, problem = :problem, finished_at = :at
                        WHERE id = :id RETURNING channel
                        """)
                .bind("problem", Columns.problem(problem))
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .mapTo(String.class)
                .one();
        SubscriptionRows.moveCursor(handle, id);
        Tally.closed(handle, channel, DeliveryStatus.UNCERTAIN, id);
        return true;
    }

    /** A claimed row with an unanswered mark: sent once more, under the same message id. */
    static boolean resend(Handle handle, long id, String problem, Instant nextTry) {
        handle.createUpdate(
                        """
                        UPDATE delivery
                        SET status = 'pending', waits_until = :nextTry, token = NULL, attempts = attempts + 1,
                            uncertain = uncertain + 1, sending = NULL, sending_at = NULL, problem = :problem
                        WHERE id = :id
                        """)
                .bind("problem", Columns.problem(problem))
                .bind("nextTry", nextTry.toEpochMilli())
                .bind("id", id)
                .execute();
        return true;
    }
}
