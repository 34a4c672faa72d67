package org.postbag.bot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.store.Broadcast;
import org.postbag.bot.store.BroadcastMessages;
import org.postbag.bot.store.BroadcastMessages.End;
import org.postbag.bot.store.Broadcasts;
import org.postbag.bot.telegram.rate.Urgency;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.TelegramAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Sends confirmed broadcasts, behind everything somebody waits for. Each message is marked as its request leaves and settled
 * after, by {@link BroadcastMessages}, so that no chat gets it twice, whatever dies when.
 */
public final class BroadcastSending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BroadcastSending.class);
    private static final int AT_ONCE = 32;
    private static final int SOME = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    private final TelegramApi api;
    private final Broadcasts broadcasts;
    private final BroadcastMessages messages;
    private final Subscriptions subscriptions;
    private final Consumer<Broadcast> finished;
    private final Clock clock;
    private final ExecutorService workers;
    private final int atOnce;
    private volatile Instant away = Instant.MIN;
    private volatile boolean stopping;

    /** @param finished told once of each broadcast that has come to its end */
    public BroadcastSending(
            TelegramApi api,
            Broadcasts broadcasts,
            BroadcastMessages messages,
            Subscriptions subscriptions,
            Consumer<Broadcast> finished,
            Clock clock) {
        this.api = api;
        this.broadcasts = broadcasts;
        this.messages = messages;
        this.subscriptions = subscriptions;
        this.finished = finished;
        this.clock = clock;
        // Files of the outbox come in their order.
        this.atOnce = api.interactive() ? AT_ONCE : 1;
        this.workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "broadcast");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** To be called once before the first {@link #sendSome}: what an earlier process left half done may have arrived. */
    public void recover() {
        int abandoned = messages.abandoned();
        if (abandoned > 0)
            LOG.warn("{} messages of broadcasts were under way when Postbag stopped and may have arrived", abandoned);
    }

    /** Sends up to a thousand messages of each running broadcast; how many were tried. Called by one thread. */
    public int sendSome() {
        int tried = 0;
        for (Broadcast broadcast : broadcasts.running()) {
            if (stopping || clock.instant().isBefore(away)) break;
            tried += sendSome(broadcast);
            if (broadcasts.finish(broadcast.id())) {
                LOG.info("broadcast {} is done: {}", broadcast.id(), broadcasts.progress(broadcast.id()));
                finished.accept(broadcast);
            }
        }
        return tried;
    }

    private int sendSome(Broadcast broadcast) {
        Queue<TelegramAddress> chats =
                new ConcurrentLinkedQueue<>(messages.waiting(broadcast.id(), clock.instant(), SOME));
        AtomicInteger tried = new AtomicInteger();
        List<CompletableFuture<Void>> working = new ArrayList<>();
        for (int i = Math.min(atOnce, chats.size()); i > 0; i--)
            working.add(CompletableFuture.runAsync(() -> work(broadcast, chats, tried), workers));
        CompletableFuture.allOf(working.toArray(new CompletableFuture<?>[0])).join();
        return tried.get();
    }

    private void work(Broadcast broadcast, Queue<TelegramAddress> chats, AtomicInteger tried) {
        while (!stopping && !clock.instant().isBefore(away)) {
            TelegramAddress chat = chats.poll();
            if (chat == null) return;
            // Somebody who has left since is not written to.
            if (subscriptions.find(chat).filter(Subscription::isActive).isEmpty()) messages.skip(broadcast.id(), chat);
            else if (send(broadcast, chat)) tried.incrementAndGet();
        }
    }

    /** Whether the request was to leave. */
    private boolean send(Broadcast broadcast, TelegramAddress chat) {
        long id = broadcast.id();
        AtomicBoolean left = new AtomicBoolean();
        Reply<Message> reply =
                api.call(DigestMessages.html(chat, PlainMessages.escape(broadcast.text())), Urgency.BROADCAST, () -> {
                    left.set(!stopping && messages.sending(id, chat));
                    return left.get();
                });
        Outcome outcome = TelegramChannel.outcome(reply);
        if (left.get()) {
            settle(broadcast, chat, outcome);
            if (reply instanceof Reply.NotSent<Message>) away = clock.instant().plus(PATIENCE);
        } else if (outcome instanceof Outcome.Later later && later.after() != null) {
            messages.hold(id, chat, clock.instant().plus(later.after()));
        }
        return left.get();
    }

    private void settle(Broadcast broadcast, TelegramAddress chat, Outcome outcome) {
        long id = broadcast.id();
        if (outcome instanceof Outcome.Accepted) {
            messages.settle(id, chat, End.SENT);
        } else if (outcome instanceof Outcome.Uncertain uncertain) {
            LOG.warn("a message of broadcast {} may or may not have arrived: {}", id, uncertain.problem());
            messages.settle(id, chat, End.UNCERTAIN);
        } else if (outcome instanceof Outcome.Gone gone) {
            messages.settle(id, chat, End.GONE);
            subscriptions.gone(chat, gone.problem());
        } else if (outcome instanceof Outcome.Refused refused) {
            LOG.warn("a message of broadcast {} was refused: {}", id, refused.problem());
            messages.settle(id, chat, End.FAILED);
        } else if (outcome instanceof Outcome.Moved moved) {
            subscriptions.migrate(chat, moved.to());
            messages.move(id, chat, (TelegramAddress) moved.to());
        } else {
            later(broadcast, chat, (Outcome.Later) outcome);
        }
    }

    private void later(Broadcast broadcast, TelegramAddress chat, Outcome.Later later) {
        Instant now = clock.instant();
        Instant started = Objects.requireNonNullElse(broadcast.started(), broadcast.made());
        if (started.plus(GIVEN_UP).isAfter(now)) {
            messages.later(broadcast.id(), chat, now.plus(Objects.requireNonNullElse(later.after(), PATIENCE)));
            return;
        }
        LOG.warn(
                "a message of broadcast {} was not taken for a day and is given up: {}",
                broadcast.id(),
                later.problem());
        messages.settle(broadcast.id(), chat, End.FAILED);
    }

    /** Nothing further is begun; what is under way is settled by the pass that sends it. */
    public void stop() {
        stopping = true;
    }

    @Override
    public void close() {
        stop();
        workers.shutdown();
    }
}
