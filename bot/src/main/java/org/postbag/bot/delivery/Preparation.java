package org.postbag.bot.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.DigestOptions;
import org.postbag.digest.Manifest;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.store.Claim;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryStore;
import org.postbag.subscriptions.store.Skip;

/**
 * Turns a claimed row of the ledger into a {@link Parcel}: the first time it chooses the posts, later it thaws what
 * was frozen. {@link Sending} freezes the choice and does the rest.
 */
final class Preparation {
    private final DeliveryStore ledger;
    private final PostStore posts;
    private final DigestBuilder builder;
    private final Supplier<DeliveryRules> rules;

    Preparation(DeliveryStore ledger, PostStore posts, DigestBuilder builder, Supplier<DeliveryRules> rules) {
        this.ledger = ledger;
        this.posts = posts;
        this.builder = builder;
        this.rules = rules;
    }

    /** Either a parcel to send, and its content where that is not frozen yet, or how the delivery ended without one. */
    record Prepared(@Nullable Parcel parcel, @Nullable Content content, Pass.@Nullable End end) {}

    /**
     * What is to be frozen before anything of it is sent.
     *
     * @param upTo the number up to which posts were looked at
     * @param posts how many there are, those under "N more" included
     */
    record Content(long upTo, int posts, String manifest) {}

    Prepared prepare(
            Claim claim, DeliveryChannel channel, Windows windows, SharedDigests shared, long upTo, Instant now) {
        Delivery delivery = claim.delivery();
        boolean begun = !delivery.messageIds().isEmpty();
        Skip reason = begun ? null : reasonToSkip(claim.subscription(), delivery, now);
        if (reason != null) return skip(claim, reason, now);
        String frozen = delivery.manifest();
        if (frozen != null) {
            Manifest manifest = Manifest.parse(frozen);
            Digest digest = manifest.digest(posts.find(manifest.refs()));
            return new Prepared(parcel(claim, digest, manifest.pages()), null, null);
        }
        News news = windows.newFor(claim.subscription(), upTo);
        if (news.isEmpty() && !rules.get().sendEmpty()) return skip(claim, Skip.EMPTY, now);
        DigestOptions options = DigestSettings.of(rules.get(), claim.subscription(), delivery.due(), news);
        SharedDigests.Shared made = shared.of(news.posts(), options, () -> builder.build(news.posts(), options));
        Digest digest = made.digest;
        List<List<Integer>> pages =
                channel.paginate(digest, claim.subscription().address());
        Content content = new Content(upTo, digest.posts(), made.manifest(pages));
        return new Prepared(parcel(claim, digest, pages), content, null);
    }

    private @Nullable Skip reasonToSkip(Subscription subscription, Delivery delivery, Instant now) {
        if (subscription.status() == Status.PAUSED) return Skip.PAUSED;
        if (subscription.status() != Status.ACTIVE) return Skip.GONE;
        // What the operator has tried again by hand is as fresh as that decision.
        Instant wanted = delivery.retriedAt() == null ? delivery.due() : delivery.retriedAt();
        return wanted.plus(rules.get().expire()).isBefore(now) ? Skip.EXPIRED : null;
    }

    private Prepared skip(Claim claim, Skip reason, Instant now) {
        return new Prepared(null, null, ledger.skipped(claim, reason, now) ? Pass.End.SKIPPED : Pass.End.LOST);
    }

    private static Parcel parcel(Claim claim, Digest digest, List<List<Integer>> pages) {
        Delivery delivery = claim.delivery();
        return new Parcel(delivery.id(), claim.subscription(), delivery.due(), digest, pages);
    }
}
