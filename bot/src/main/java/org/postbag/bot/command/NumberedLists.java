package org.postbag.bot.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.store.ListStore;
import org.postbag.digest.Manifest;
import org.postbag.posts.PostRef;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryStore;

/**
 * What a number means to a chat: digests are in the ledger, lists of {@code /latest} and {@code /search} in {@link
 * ListStore}. Numbers hold for 30 days.
 */
public final class NumberedLists {
    private static final Duration VALID = Duration.ofDays(30);

    private final DeliveryStore ledger;
    private final ListStore lists;
    private final Clock clock;

    public NumberedLists(DeliveryStore ledger, ListStore lists, Clock clock) {
        this.ledger = ledger;
        this.lists = lists;
        this.clock = clock;
    }

    /** Keeps a list that was just shown, so that its numbers can be answered; a page turned adds to what was there. */
    public void keep(Address address, List<String> messageIds, SortedMap<Integer, PostRef> numbers) {
        lists.keep(address.toString(), messageIds, numbers, null, clock.instant());
    }

    /** Keeps a digest made on demand, so that its pages can be turned as well. */
    public void keep(Address address, List<String> messageIds, Manifest manifest) {
        lists.keep(address.toString(), messageIds, numbers(manifest), manifest.toJson(), clock.instant());
    }

    /** The digest that a message shows: one made on demand, or one delivered. */
    public Optional<Manifest> digest(Address address, String messageId) {
        Instant since = clock.instant().minus(VALID);
        return lists.byMessage(address.toString(), messageId, since)
                .flatMap(list -> Optional.ofNullable(list.manifest()))
                .or(() -> ledger.byMessage(address, messageId, since)
                        .flatMap(delivery -> Optional.ofNullable(delivery.manifest())))
                .map(Manifest::parse);
    }

    /** A group has a new id: its numbers keep their meaning. */
    public void move(Address from, Address to) {
        lists.move(from.toString(), to.toString());
    }

    /** The list that numbers refer to: of the message that is answered, or else the chat's newest one. */
    Optional<SortedMap<Integer, PostRef>> meant(Address address, @Nullable String repliedTo) {
        Instant since = clock.instant().minus(VALID);
        if (repliedTo != null) {
            Optional<SortedMap<Integer, PostRef>> digest =
                    ledger.byMessage(address, repliedTo, since).map(NumberedLists::numbered);
            Optional<SortedMap<Integer, PostRef>> replied = digest.isPresent()
                    ? digest
                    : lists.byMessage(address.toString(), repliedTo, since).map(ListStore.Kept::numbers);
            if (replied.isPresent()) return replied;
        }
        Optional<ListStore.Kept> list = lists.newest(address.toString(), since);
        Optional<Delivery> digest = ledger.latest(address)
                .filter(d -> d.sentAt() != null && d.sentAt().isAfter(since));
        if (digest.isEmpty()) return list.map(ListStore.Kept::numbers);
        if (list.isEmpty() || list.get().created().isBefore(sentAt(digest.get())))
            return digest.map(NumberedLists::numbered);
        return list.map(ListStore.Kept::numbers);
    }

    private static Instant sentAt(Delivery delivery) {
        Instant sent = delivery.sentAt();
        return sent == null ? delivery.due() : sent;
    }

    private static SortedMap<Integer, PostRef> numbered(Delivery delivery) {
        String manifest = delivery.manifest();
        return manifest == null ? new TreeMap<>() : numbers(Manifest.parse(manifest));
    }

    private static SortedMap<Integer, PostRef> numbers(Manifest manifest) {
        SortedMap<Integer, PostRef> numbers = new TreeMap<>();
        for (Manifest.Part part : manifest.sections())
            for (Manifest.Item item : part.stories()) numbers.put(item.number(), item.lead());
        return numbers;
    }
}
