package org.postbag.bot.delivery;

/** What one pass over the ledger came to; every delivery that was due is counted once. */
public record Pass(int sent, int failed, int skipped, int uncertain, int pending) {

    public static Pass none() {
        return new Pass(0, 0, 0, 0, 0);
    }

    public int due() {
        return sent + failed + skipped + uncertain + pending;
    }

    /** Whether everything due reached its reader or had no reason to. */
    public boolean clean() {
        return failed + uncertain + pending == 0;
    }

    public Pass plus(Pass o) {
        return new Pass(
                sent + o.sent, failed + o.failed, skipped + o.skipped, uncertain + o.uncertain, pending + o.pending);
    }

    /** How one delivery ended in this pass. */
    public enum End {
        SENT,
        FAILED,
        SKIPPED,
        UNCERTAIN,
        PENDING,
        /** Another process took it over meanwhile and counts it. */
        LOST,
        /** It goes on at another address in this same pass. */
        AGAIN
    }

    public Pass plus(End end) {
        return switch (end) {
            case SENT -> new Pass(sent + 1, failed, skipped, uncertain, pending);
            case FAILED -> new Pass(sent, failed + 1, skipped, uncertain, pending);
            case SKIPPED -> new Pass(sent, failed, skipped + 1, uncertain, pending);
            case UNCERTAIN -> new Pass(sent, failed, skipped, uncertain + 1, pending);
            case PENDING -> new Pass(sent, failed, skipped, uncertain, pending + 1);
            case LOST, AGAIN -> this;
        };
    }
}
