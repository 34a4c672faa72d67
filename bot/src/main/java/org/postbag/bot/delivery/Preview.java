package org.postbag.bot.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.DigestOptions;
import org.postbag.posts.Post;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscription;

/**
 * A digest of a stretch of time, sent to nobody and marking nothing: for previews, for {@code /digest} and for the web
 * pages. What is new to a subscription is {@link Windows}' business.
 */
public final class Preview {
    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);

    private final PostStore posts;
    private final DigestBuilder builder;
    private final Supplier<DeliveryRules> rules;

    public Preview(PostStore posts, DigestBuilder builder, Supplier<DeliveryRules> rules) {
        this.posts = posts;
        this.builder = builder;
        this.rules = rules;
    }

    /** What would go out to a subscription now: all that is new to it. */
    public Digest newFor(Subscription subscription, Instant now) {
        News news = new Windows(posts).newFor(subscription, posts.lastNumber());
        return builder.build(news.posts(), DigestSettings.of(rules.get(), subscription, now, news));
    }

    /**
     * Posts dated in [from, to) that the settings select.
     *
     * @param from null for all there are; the digest then begins at the oldest
     */
    public Digest of(Settings settings, @Nullable Instant from, Instant to) {
        List<Post> found = new ArrayList<>(posts.dated(from == null ? EARLIEST : from, to)
                .select(settings.selection(), -1, Long.MAX_VALUE, Instant.MIN));
        found.sort(Comparator.comparing(Post::date).thenComparing(Post::id));
        Digest digest = builder.build(
                found,
                new DigestOptions(
                                rules.get().name(),
                                settings.lang(),
                                settings.timetable().zone(),
                                settings.length(),
                                rules.get().perTag(),
                                rules.get().max(),
                                start(from, found, to),
                                to,
                                List.copyOf(settings.selection().tags()),
                                0)
                        .withWeights(rules.get().weights().get()));
        // A stretch of time is named after its last day; its end is the first moment that is no longer in it.
        return digest.withDate(
                LocalDate.ofInstant(to.minusMillis(1), settings.timetable().zone()));
    }

    private static Instant start(@Nullable Instant from, List<Post> found, Instant to) {
        if (from != null) return from;
        return found.isEmpty() ? to : found.get(0).date();
    }
}
