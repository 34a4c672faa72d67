package org.postbag.bot.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.Manifest;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.store.Claim;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryStore;
import org.postbag.subscriptions.store.Skip;

/**
 * Turns a claimed row of the ledger into a {@link Parcel}: the first time it chooses the posts and freezes the choice,
 * later it thaws what was frozen. {@link Sending} does the rest.
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

    /** Either a parcel to send, or how the delivery ended without one. */
    record Prepared(@Nullable Parcel parcel, Pass.@Nullable End end) {}

    Prepared prepare(Claim claim, DeliveryChannel channel, Windows windows, long upTo, Instant now) {
        Delivery delivery = claim.delivery();
        boolean begun = !delivery.messageIds().isEmpty();
        Skip reason = begun ? null : reasonToSkip(claim.subscription(), delivery, now);
        if (reason != null) return skip(claim, reason, now);
        String frozen = delivery.manifest();
        if (frozen != null) {
            Manifest manifest = Manifest.parse(frozen);
            Digest digest = manifest.digest(posts.find(manifest.refs()));
            return ready(claim, digest, manifest.pages());
        }
        News news = windows.newFor(claim.subscription(), upTo);
        if (news.isEmpty() && !rules.get().sendEmpty()) return skip(claim, Skip.EMPTY, now);
        Digest digest =
                builder.build(news.posts(), DigestSettings.of(rules.get(), claim.subscription(), delivery.due(), news));
        List<List<Integer>> pages =
                channel.paginate(digest, claim.subscription().address());
        String manifest = Manifest.of(digest, pages).toJson();
        if (!ledger.freeze(claim, upTo, digest.posts(), manifest)) return new Prepared(null, Pass.End.LOST);
        return ready(claim, digest, pages);
    }

    private @Nullable Skip reasonToSkip(Subscription subscription, Delivery delivery, Instant now) {
        if (subscription.status() == Status.PAUSED) return Skip.PAUSED;
        if (subscription.status() != Status.ACTIVE) return Skip.GONE;
        // What the operator has tried again by hand is as fresh as that decision.
        Instant wanted = delivery.retriedAt() == null ? delivery.due() : delivery.retriedAt();
        return wanted.plus(rules.get().expire()).isBefore(now) ? Skip.EXPIRED : null;
    }

    private Prepared skip(Claim claim, Skip reason, Instant now) {
        return new Prepared(null, ledger.skipped(claim, reason, now) ? Pass.End.SKIPPED : Pass.End.LOST);
    }

    private static Prepared ready(Claim claim, Digest digest, List<List<Integer>> pages) {
        Delivery delivery = claim.delivery();
        return new Prepared(new Parcel(delivery.id(), claim.subscription(), delivery.due(), digest, pages), null);
    }
}
