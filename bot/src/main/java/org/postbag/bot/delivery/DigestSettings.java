package org.postbag.bot.delivery;

import java.time.Instant;
import java.util.List;
import org.postbag.digest.DigestOptions;
import org.postbag.posts.Post;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscription;

/** What the operator's rules and a reader's settings come to for one digest. */
final class DigestSettings {
    private DigestSettings() {}

    /** A digest that reaches from the oldest of its posts to its due instant. */
    static DigestOptions of(DeliveryRules rules, Subscription subscription, Instant due, News news) {
        Settings settings = subscription.settings();
        Instant from =
                news.posts().stream().map(Post::date).min(Instant::compareTo).orElse(due);
        return new DigestOptions(
                        rules.name(),
                        settings.lang(),
                        settings.timetable().zone(),
                        settings.length(),
                        rules.perTag(),
                        rules.max(),
                        from.isAfter(due) ? due : from,
                        due,
                        List.copyOf(settings.selection().tags()),
                        subscription.cursor())
                .withWeights(rules.weights().get())
                .withSentBefore(news.retold(), news.followUps());
    }
}
