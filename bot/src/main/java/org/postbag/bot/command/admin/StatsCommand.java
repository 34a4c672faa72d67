package org.postbag.bot.command.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.Figures;
import org.postbag.posts.Source;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.SourceState;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.store.Counts;
import org.postbag.subscriptions.store.DeliveryStatus;
import org.postbag.subscriptions.store.DeliveryStore;
import org.postbag.subscriptions.store.SubscriptionStore;

/** {@code /stats}: how many read, what came in, what went out, and what waits. */
public final class StatsCommand implements Command {
    private final SubscriptionStore roster;
    private final DeliveryStore ledger;
    private final PostStore posts;
    private final Figures figures;
    private final Supplier<List<Source>> sources;
    private final Members members;
    private final Clock clock;

    /** @param sources all there are, asked for each time */
    public StatsCommand(
            SubscriptionStore roster,
            DeliveryStore ledger,
            PostStore posts,
            Figures figures,
            Supplier<List<Source>> sources,
            Members members,
            Clock clock) {
        this.roster = roster;
        this.ledger = ledger;
        this.posts = posts;
        this.figures = figures;
        this.sources = sources;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stats";
    }

    @Override
    public String chinese() {
        return "统计";
    }

    @Override
    public Audience audience() {
        return Audience.OPERATORS;
    }

    @Override
    public Answer answer(Request request) {
        if (!request.args().isBlank()) return members.usage(request, this);
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(1));
        return Answer.said(
                String.join("\n", subscribers(request)),
                collected(request, since),
                String.join("\n", deliveries(request, since, now)),
                members.says().say(request, "stats.updates", figures.updatesWaiting()));
    }

    private List<String> subscribers(Request request) {
        Says says = members.says();
        Map<String, Map<Status, Long>> counts = new TreeMap<>(roster.countsByChannel()).descendingMap();
        List<String> lines = new ArrayList<>(List.of(says.say(request, "stats.subscribers")));
        counts.forEach((channel, byStatus) -> {
            List<String> parts = new ArrayList<>();
            for (Status status : Status.values()) {
                Long count = byStatus.get(status);
                if (count != null) parts.add(part(request, "status." + status.word(), count));
            }
            lines.add(line(request, channel, parts));
        });
        if (counts.isEmpty()) lines.add(says.say(request, "stats.nobody"));
        return lines;
    }

    private String collected(Request request, Instant since) {
        List<SourceState> states = posts.sources();
        long all = states.stream().mapToLong(SourceState::posts).sum();
        AtomicLong recent = new AtomicLong();
        posts.each(PostQuery.all().withSince(since), post -> recent.incrementAndGet());
        List<Source> known = sources.get();
        List<String> ids = known.stream().map(Source::id).toList();
        List<String> broken = states.stream()
                .filter(state -> ids.contains(state.id()) && state.failures() > 0)
                .map(SourceState::id)
                .toList();
        Says says = members.says();
        return says.say(request, "stats.posts", all, recent.get())
                + "\n"
                + (broken.isEmpty()
                        ? says.say(request, "stats.sources", known.size())
                        : says.say(
                                request,
                                "stats.sources.broken",
                                known.size(),
                                broken.size(),
                                String.join(says.say(request, "comma"), broken)));
    }

    private List<String> deliveries(Request request, Instant since, Instant now) {
        Says says = members.says();
        List<String> lines = new ArrayList<>(List.of(says.say(request, "stats.deliveries")));
        Map<String, Map<DeliveryStatus, Long>> ended = new TreeMap<>(figures.deliveriesSince(since)).descendingMap();
        ended.forEach((channel, byStatus) -> {
            List<String> parts = new ArrayList<>();
            byStatus.forEach((status, count) -> {
                if (status != DeliveryStatus.PENDING && status != DeliveryStatus.CLAIMED)
                    parts.add(part(request, "outcome." + status.word(), count));
            });
            if (!parts.isEmpty()) lines.add(line(request, channel, parts));
        });
        if (lines.size() == 1) lines.add(says.say(request, "stats.no.deliveries"));
        new TreeMap<>(ledger.countsByChannel())
                .descendingMap()
                .forEach((channel, counts) -> waiting(request, channel, counts, now, lines));
        return lines;
    }

    private void waiting(Request request, String channel, Counts counts, Instant now, List<String> lines) {
        if (counts.pending() == 0) return;
        lines.add(members.says()
                .say(
                        request,
                        "stats.waiting",
                        members.says().say(request, "channel." + channel),
                        counts.pending(),
                        ledger.backingOff(channel, now, null)));
    }

    private String part(Request request, String key, long count) {
        return members.says().say(request, "stats.part", members.says().say(request, key), count);
    }

    private String line(Request request, String channel, List<String> parts) {
        Says says = members.says();
        return says.say(
                request,
                "stats.channel",
                says.say(request, "channel." + channel),
                String.join(says.say(request, "comma"), parts));
    }
}
