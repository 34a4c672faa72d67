package org.postbag.subscriptions.store;

import java.time.Instant;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A step of a claim on its way to the outside, as the change of its row. Each is made many thousand times a minute, so
 * equal ones of several claims are one batch; {@link Marks} runs it and does what follows from a step.
 */
sealed interface Mark {

    Claim claim();

    /** Changes the one row if the token holds and the step is the next one; parameters {@code id} and {@code token}. */
    String sql();

    /** All other parameters. */
    void bind(PreparedBatch batch);

    /** What is wrong when the token holds and the row was not changed. */
    String outOfOrder();

    record Freezing(Claim claim, long upper, int posts, String manifest) implements Mark {
        @Override
        public String sql() {
            return """
                    UPDATE delivery
                    SET upper_number = :upper, posts = :posts, manifest = :manifest,
                        cursor_before = (SELECT s.cursor_number FROM subscription s WHERE s.id = delivery.subscription_id)
                    WHERE id = :id AND status = 'claimed' AND token = :token
                      AND (manifest IS NULL OR (accepted + uncertain + cursor_moved = 0 AND sending IS NULL))
                    """;
        }

        @Override
        public void bind(PreparedBatch batch) {
            batch.bind("upper", upper).bind("posts", posts).bind("manifest", manifest);
        }

        @Override
        public String outOfOrder() {
            return "its content cannot change any more: part of it was sent";
        }
    }

    /** {@link Freezing} and {@link Sending} of the first message. */
    record SendingFirst(Freezing content, Instant at) implements Mark {
        @Override
        public Claim claim() {
            return content.claim();
        }

        @Override
        public String sql() {
            return """
                    UPDATE delivery
                    SET upper_number = :upper, posts = :posts, manifest = :manifest,
                        cursor_before = (SELECT s.cursor_number FROM subscription s WHERE s.id = delivery.subscription_id),
                        sending = 0, sending_at = :at
                    WHERE id = :id AND status = 'claimed' AND token = :token AND accepted = 0
                      AND (manifest IS NULL OR (uncertain + cursor_moved = 0 AND sending IS NULL))
                    """;
        }

        @Override
        public void bind(PreparedBatch batch) {
            content.bind(batch);
            batch.bind("at", at.toEpochMilli());
        }

        @Override
        public String outOfOrder() {
            return content.outOfOrder();
        }
    }

    record Sending(Claim claim, int message, Instant at) implements Mark {
        @Override
        public String sql() {
            return """
                    UPDATE delivery SET sending = :message, sending_at = :at
                    WHERE id = :id AND status = 'claimed' AND token = :token
                      AND manifest IS NOT NULL AND accepted = :message
                    """;
        }

        @Override
        public void bind(PreparedBatch batch) {
            batch.bind("message", message).bind("at", at.toEpochMilli());
        }

        @Override
        public String outOfOrder() {
            return "message " + message + " is not the next one of a frozen delivery";
        }
    }

    /** The answer to a message that was marked. */
    record Accepted(Claim claim, int message, String messageId, Instant at) implements Mark {
        @Override
        public String sql() {
            return """
                    UPDATE delivery SET accepted = accepted + 1, sending = NULL, sending_at = NULL
                    WHERE id = :id AND status = 'claimed' AND token = :token AND sending = :message
                    """;
        }

        @Override
        public void bind(PreparedBatch batch) {
            batch.bind("message", message);
        }

        @Override
        public String outOfOrder() {
            return "message " + message + " was not marked as being sent";
        }
    }

    /** The same for the last message, which closes the row. */
    record AcceptedLast(Accepted answer) implements Mark {
        @Override
        public Claim claim() {
            return answer.claim();
        }

        @Override
        public String sql() {
            return """
                    UPDATE delivery
                    SET accepted = accepted + 1, sending = NULL, sending_at = NULL, status = 'sent', waits_until = NULL,
                        token = NULL, attempts = attempts + 1, cursor_moved = 1, problem = NULL, finished_at = :at
                    WHERE id = :id AND status = 'claimed' AND token = :token AND sending = :message
                    """;
        }

        @Override
        public void bind(PreparedBatch batch) {
            answer.bind(batch);
            batch.bind("at", answer.at().toEpochMilli());
        }

        @Override
        public String outOfOrder() {
            return answer.outOfOrder();
        }
    }
}
