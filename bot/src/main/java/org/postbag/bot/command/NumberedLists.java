package org.postbag.bot.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** Keeps a list that was just shown, so that its numbers can be answered. */
    public void keep(Address address, List<String> messageIds, List<PostRef> refs) {
        lists.keep(address.toString(), messageIds, refs, clock.instant());
    }

    /** The list that numbers refer to: of the message that is answered, or else the chat's newest one. */
    Optional<List<PostRef>> meant(Address address, @Nullable String repliedTo) {
        Instant since = clock.instant().minus(VALID);
        if (repliedTo != null) {
            Optional<List<PostRef>> digest =
                    ledger.byMessage(address, repliedTo, since).map(NumberedLists::numbered);
            Optional<List<PostRef>> replied =
                    digest.isPresent() ? digest : lists.byMessage(address.toString(), repliedTo, since);
            if (replied.isPresent()) return replied;
        }
        Optional<ListStore.Kept> list = lists.newest(address.toString(), since);
        Optional<Delivery> digest = ledger.latest(address)
                .filter(d -> d.sentAt() != null && d.sentAt().isAfter(since));
        if (digest.isEmpty()) return list.map(ListStore.Kept::refs);
        if (list.isEmpty() || list.get().created().isBefore(sentAt(digest.get())))
            return digest.map(NumberedLists::numbered);
        return list.map(ListStore.Kept::refs);
    }

    private static Instant sentAt(Delivery delivery) {
        Instant sent = delivery.sentAt();
        return sent == null ? delivery.due() : sent;
    }

    private static List<PostRef> numbered(Delivery delivery) {
        String manifest = delivery.manifest();
        if (manifest == null) return List.of();
        return Manifest.parse(manifest).sections().stream()
                .flatMap(section -> section.stories().stream())
                .sorted(java.util.Comparator.comparingInt(Manifest.Item::number))
                .map(Manifest.Item::lead)
                .toList();
    }
}
