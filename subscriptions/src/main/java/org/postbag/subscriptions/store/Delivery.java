package org.postbag.subscriptions.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Address;

/**
 * One row of the ledger: one digest of one subscription.
 *
 * @param address null when the subscription was removed or erased
 * @param attempts tries that reached the outside
 * @param uncertain tries whose outcome is unknown; stays after a later success
 * @param posts how many posts the frozen content holds, those under "N more" included
 * @param sentAt null unless sent
 * @param error what went wrong last; for a skipped one, the reason's word
 * @param messageIds of the accepted messages, in their order; the next one to send has the list's size as index
 * @param manifest the frozen content as its maker wrote it; null until frozen
 * @param upper the cursor that the content reaches to; 0 until frozen
 * @param nextTry not tried before; null unless pending
 * @param skip null unless skipped
 * @param retriedAt when the operator asked for another try, from which its age counts; null if never
 */
public record Delivery(
        long id,
        @Nullable Address address,
        long subscription,
        Instant due,
        DeliveryStatus status,
        int attempts,
        int uncertain,
        int posts,
        @Nullable Instant sentAt,
        @Nullable String error,
        List<String> messageIds,
        @Nullable String manifest,
        long upper,
        @Nullable Instant nextTry,
        @Nullable Skip skip,
        @Nullable Instant retriedAt) {

    public Delivery {
        messageIds = List.copyOf(messageIds);
    }

    /** Whether its content is fixed. */
    public boolean isFrozen() {
        return manifest != null;
    }
}
