package org.postbag.bot.delivery;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.postbag.digest.Digest;
import org.postbag.subscriptions.Address;

/**
 * A way to a reader. Implementations render and hand over; when to send, what to send and what to do about an answer is
 * decided by {@link DigestDelivery} and {@link Sending}. Implementations are used by several threads at once.
 */
public interface DeliveryChannel {

    /** The word before the colon of an address, {@code telegram} or {@code email}. */
    String name();

    /** How many deliveries may be under way at once. */
    int parallelism();

    /** Which story numbers stand together on which page; frozen with the delivery. */
    List<List<Integer>> paginate(Digest digest, Address address);

    /** How many messages carry the parcel, at least 1. */
    int messages(Parcel parcel);

    /**
     * Hands over one message and says what the other side answered.
     *
     * @param message from 0
     * @param leaving asked when the message is about to leave, after any waiting; where it answers no, it must not leave
     */
    Outcome send(Parcel parcel, int message, BooleanSupplier leaving);
}
