package org.postbag.subscriptions.store;

/**
 * How many digests ever fell due and what became of them.
 *
 * @param pending waiting or being worked on
 */
public record Counts(long sent, long failed, long skipped, long uncertain, long pending) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** The sum of the other five, by the ledger's invariant. */
    public long due() {
        return sent + failed + skipped + uncertain + pending;
    }

    public Counts plus(Counts other) {
        return new Counts(
                sent + other.sent,
                failed + other.failed,
                skipped + other.skipped,
                uncertain + other.uncertain,
                pending + other.pending);
    }

    static Counts of(DeliveryStatus status, long rows) {
        return switch (status) {
            case SENT -> new Counts(rows, 0, 0, 0, 0);
            case FAILED -> new Counts(0, rows, 0, 0, 0);
            case SKIPPED -> new Counts(0, 0, rows, 0, 0);
            case UNCERTAIN -> new Counts(0, 0, 0, rows, 0);
            case PENDING, CLAIMED -> new Counts(0, 0, 0, 0, rows);
        };
    }
}
