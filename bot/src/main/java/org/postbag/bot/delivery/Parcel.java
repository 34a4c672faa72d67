package org.postbag.bot.delivery;

import java.time.Instant;
import java.util.List;
import org.postbag.digest.Digest;
import org.postbag.subscriptions.Subscription;

/**
 * A digest ready to go: all that rendering needs, frozen in the ledger, so that a retry renders the same.
 *
 * @param delivery id of the delivery in the ledger; 0 in a preview
 * @param pages story numbers page by page
 */
public record Parcel(long delivery, Subscription subscription, Instant due, Digest digest, List<List<Integer>> pages) {

    public Parcel {
        pages = List.copyOf(pages);
    }
}
