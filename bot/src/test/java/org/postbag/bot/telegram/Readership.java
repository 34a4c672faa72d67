package org.postbag.bot.telegram;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postbag.bot.store.BotStore;
import org.postbag.bot.store.Broadcast;
import org.postbag.bot.store.BroadcastMessages;
import org.postbag.bot.store.Broadcasts;
import org.postbag.bot.telegram.rate.RateGate;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.TelegramAddress;
import org.postbag.subscriptions.Timetable;
import org.postbag.subscriptions.store.SubscriptionStore;

/** Subscribed chats on a real database, and what sends broadcasts to them. */
final class Readership implements AutoCloseable {
    final Database db;
    final Subscriptions subscriptions;
    final Broadcasts broadcasts;
    final BroadcastMessages messages;
    final TelegramHttp api;
    final List<Broadcast> finished = new CopyOnWriteArrayList<>();
    final BroadcastSending sending;
    private final Clock clock;

    Readership(String url, URI telegram, Clock clock) {
        this(url, telegram, 0, clock);
    }

    /** @param rate messages a second; 0 for no limit */
    Readership(String url, URI telegram, int rate, Clock clock) {
        this.clock = clock;
        db = Database.open(url);
        SubscriptionStore.migrate(db);
        BotStore.migrate(db);
        Timetable daily = new Timetable(LocalTime.of(7, 30), Days.DAILY, ZoneOffset.UTC);
        Settings defaults = new Settings(Selection.everything(), ReaderLanguage.EN, daily, Length.SHORT, null);
        subscriptions =
                new Subscriptions(new SubscriptionStore(db), defaults, Access.OPEN, Duration.ofDays(1), () -> 0, clock);
        broadcasts = new Broadcasts(db);
        messages = new BroadcastMessages(db);
        api = new TelegramHttp(SmallBotApi.TOKEN, telegram, new RateGate(rate), Duration.ofSeconds(5));
        sending = new BroadcastSending(api, broadcasts, messages, subscriptions, finished::add, clock);
    }

    static TelegramAddress chat(long id) {
        return new TelegramAddress(id, null);
    }

    /** A confirmed broadcast to chats 1 to {@code chats}. */
    long begin(int chats) {
        List<TelegramAddress> all = java.util.stream.LongStream.rangeClosed(1, chats)
                .mapToObj(Readership::chat)
                .toList();
        for (TelegramAddress chat : all) subscriptions.add(chat, Change.none(), false);
        long id = broadcasts.draft(1, "Up & running <soon>", clock.instant()).id();
        broadcasts.start(id, clock.instant(), () -> all);
        return id;
    }

    @Override
    public void close() {
        sending.close();
        api.close();
        db.close();
    }
}
