package org.postbag.bot.telegram;

import java.util.Optional;
import org.postbag.bot.delivery.Parcel;
import org.postbag.digest.Manifest;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.TelegramAddress;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryStore;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

/** Turns a digest's page in place. What is on a page is frozen in the ledger, so old messages turn after a restart too. */
final class PageTurner {
    private final DeliveryStore ledger;
    private final Subscriptions subscriptions;
    private final PostStore posts;
    private final DigestMessages messages;

    PageTurner(DeliveryStore ledger, Subscriptions subscriptions, PostStore posts, DigestMessages messages) {
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.posts = posts;
        this.messages = messages;
    }

    /** Empty when there is no such page, or it is another chat's. */
    Optional<EditMessageText> turn(TelegramAddress chat, int messageId, String data) {
        String[] parts = data.substring(DigestMessages.PAGE.length()).split(":", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,4}"))
            return Optional.empty();
        int page = Integer.parseInt(parts[1]);
        Delivery delivery = ledger.find(Long.parseLong(parts[0])).orElse(null);
        if (delivery == null || delivery.manifest() == null || !chat.equals(delivery.address()))
            return Optional.empty();
        Subscription subscription = subscriptions.find(delivery.subscription()).orElse(null);
        Manifest manifest = Manifest.parse(delivery.manifest());
        if (subscription == null || page >= manifest.pages().size()) return Optional.empty();
        Parcel parcel = new Parcel(
                delivery.id(),
                subscription,
                delivery.due(),
                manifest.digest(posts.find(manifest.refs())),
                manifest.pages());
        return Optional.of(messages.edit(parcel, chat, page, messageId));
    }
}
