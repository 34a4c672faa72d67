package org.postbag.bot.telegram.update;

import java.util.Optional;
import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.telegram.DigestMessages;
import org.postbag.bot.telegram.DigestMessages.Shown;
import org.postbag.bot.telegram.Press;
import org.postbag.digest.Manifest;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.TelegramAddress;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryStore;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

/** Turns a digest's page in place. What is on a page is frozen, so old messages turn after a restart too. */
final class PageTurner {
    private final DeliveryStore ledger;
    private final NumberedLists lists;
    private final PostStore posts;
    private final DigestMessages messages;

    PageTurner(DeliveryStore ledger, NumberedLists lists, PostStore posts, DigestMessages messages) {
        this.ledger = ledger;
        this.lists = lists;
        this.posts = posts;
        this.messages = messages;
    }

    /** Empty when there is no such page any more, or it is another chat's. */
    Optional<EditMessageText> turn(TelegramAddress chat, int messageId, Press.Turns turns) {
        Optional<Manifest> manifest = manifest(chat, messageId, turns.delivery());
        if (manifest.isEmpty() || turns.page() >= manifest.get().pages().size()) return Optional.empty();
        Shown shown = new Shown(
                turns.delivery(),
                manifest.get().digest(posts.find(manifest.get().refs())),
                manifest.get().pages());
        return Optional.of(messages.edit(shown, chat, turns.page(), messageId));
    }

    /** The post that a number of a digest means. */
    Optional<PostRef> article(TelegramAddress chat, int messageId, Press.Reads reads) {
        return manifest(chat, messageId, reads.delivery()).stream()
                .flatMap(manifest -> manifest.sections().stream())
                .flatMap(part -> part.stories().stream())
                .filter(item -> item.number() == reads.number())
                .map(Manifest.Item::lead)
                .findFirst();
    }

    private Optional<Manifest> manifest(TelegramAddress chat, int messageId, long delivery) {
        if (delivery == 0) return lists.digest(chat, Integer.toString(messageId));
        return ledger.find(delivery)
                .filter(found -> chat.equals(found.address()))
                .map(Delivery::manifest)
                .map(Manifest::parse);
    }
}
