package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Stands for Telegram's servers, over HTTP and by the public documentation of the Bot API: answers in its shapes and
 * words, refuses what it refuses, counts rates in sliding windows, and misbehaves on demand. Tests declare chats with
 * {@link #chats}, act as people with {@link #people}, and look at what came; its monitor is the one lock of all parts.
 */
public final class TelegramDouble implements AutoCloseable {
    public static final String TOKEN = "123456:TEST";
    public static final String BOT = "postbag_test_bot";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final DoubleFaults faults = new DoubleFaults();
    private final DoubleCalls calls = new DoubleCalls();
    private final DoubleQueries queries = new DoubleQueries();
    private final DoubleChats chats = new DoubleChats(this);
    private final DoubleShapes shapes = new DoubleShapes(chats);
    private final DoubleUpdates updates = new DoubleUpdates(this);
    private final DoubleMenus menus = new DoubleMenus(chats);
    private final DoublePeople people = new DoublePeople(this, chats, shapes, updates, queries);
    private final DoubleWebhook webhook = new DoubleWebhook(this, updates, threads);
    private final DoubleHandmade handmade = new DoubleHandmade(chats, updates, queries);
    private final RateWindows rates;
    private final DoubleScreen screen;
    private final DoubleMethods methods;
    private final DoubleHttp http;

    /** What the next message meets. */
    public enum Fault {
        /** 429 with retry_after 7; 1 in {@link #chaos}. */
        TOO_MANY,
        /** A gateway's HTML page with status 502. */
        BAD_GATEWAY,
        /** Internal Server Error in Bot API form. */
        SERVER_ERROR,
        /** The connection is cut before anything is accepted. */
        CUT_BEFORE,
        /** The message is accepted, and the connection cut instead of an answer. */
        CUT_AFTER,
        /** The message is accepted and no answer ever comes. */
        HANG,
        /** Nothing is accepted and no answer ever comes. */
        HANG_BEFORE,
        /** Entities are refused whatever they are. */
        ENTITIES
    }

    public TelegramDouble() throws IOException {
        this(RateWindows.none());
    }

    public TelegramDouble(RateWindows rates) throws IOException {
        this.rates = rates;
        DoubleMessages messages = new DoubleMessages(chats, shapes, rates);
        DoubleFiles files = new DoubleFiles(chats, messages);
        screen = new DoubleScreen(this, chats, files, queries, menus);
        methods = new DoubleMethods(updates, webhook, messages, files, queries, menus, new DoubleChatMethods(chats));
        http = new DoubleHttp(threads, faults, this::perform, this::lost);
    }

    public URI address() {
        return http.address();
    }

    /** Declares chats, members and users. */
    public DoubleChats chats() {
        return chats;
    }

    /** Makes updates by what people do. */
    public DoublePeople people() {
        return people;
    }

    /** Tells what people see of the bot. */
    public DoubleScreen screen() {
        return screen;
    }

    /** What the next calls of sendMessage meet, in order. */
    public TelegramDouble next(Fault... some) {
        return next("sendMessage", some);
    }

    /** What the next calls of a method meet, in order. */
    public TelegramDouble next(String method, Fault... some) {
        faults.next(method, some);
        return this;
    }

    /** Refuses the next call of a method with a code and a whole description of the test's own. */
    public TelegramDouble refuseNext(String method, int code, String description) {
        faults.refuse(method, BotApiError.of(code, description));
        return this;
    }

    /** From now on one in so many calls of sendMessage and editMessageText goes wrong; 0 ends it. */
    public TelegramDouble chaos(long seed, int oneIn) {
        faults.chaos(seed, oneIn);
        return this;
    }

    /** How often each fault was met. */
    public Map<Fault, Integer> faultsMet() {
        return faults.met();
    }

    /** How long each call is on its way, both ways together. */
    public TelegramDouble latency(Duration fixed, Duration upToMore) {
        http.latency(fixed, upToMore);
        return this;
    }

    /** Where the dates of messages come from; without it they are all the same. */
    public synchronized TelegramDouble clock(InstantSource clock) {
        shapes.clock(clock);
        return this;
    }

    /** How long the webhook waits before it repeats an update; 100 ms at first. */
    public synchronized TelegramDouble repeatWebhookAfter(Duration pause) {
        webhook.repeatAfter(pause);
        return this;
    }

    public void block(long chat) {
        chats.block(chat);
    }

    public void migrate(long from, long to) {
        chats.migrate(from, to);
    }

    public void administrator(long chat, long user) {
        chats.member(chat, user, DoubleMember.creator());
    }

    /** Puts a hand-made update into the queue; the id is given here. */
    public synchronized int update(String kind, String json) {
        return handmade.add(kind, json);
    }

    /** Every call of a method that was accepted or refused, in order. */
    public synchronized List<JsonNode> calls(String method) {
        return calls.of(method);
    }

    /** The calls of sendMessage that brought a chat a message. */
    public synchronized List<JsonNode> messages(long chat) {
        return calls.accepted("sendMessage", chat);
    }

    /** The accepted calls of another method that names a chat. */
    public synchronized List<JsonNode> accepted(String method, long chat) {
        return calls.accepted(method, chat);
    }

    /** Messages, documents and photos that each chat has got. */
    public synchronized Map<Long, Integer> messagesPerChat() {
        return calls.perChat();
    }

    public synchronized List<DoubleWebhook.Delivery> webhookDeliveries() {
        return webhook.deliveries();
    }

    /** How many calls broke a rate limit. */
    public int tooMany() {
        return rates.tooMany();
    }

    public synchronized DoubleCalls.Rate measuredRate() {
        return calls.rate();
    }

    /** What the client did against the documentation; tests expect none. */
    public synchronized List<String> violations() {
        return calls.violations();
    }

    public synchronized long confirmedOffset() {
        return updates.confirmedOffset();
    }

    /** Waits until the calls so far satisfy a condition, ten seconds at most. */
    public void await(Predicate<TelegramDouble> condition) throws InterruptedException {
        await(Duration.ofSeconds(10), condition);
    }

    public synchronized void await(Duration most, Predicate<TelegramDouble> condition) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.test(this)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0)
                throw new AssertionError("did not happen within " + most + "; calls so far: " + calls.tail());
            wait(left);
        }
    }

    /** Waits until the bot has confirmed an update. */
    public void awaitHandled(DoublePeople.Event event) throws InterruptedException {
        await(t -> t.confirmedOffset() > event.update());
    }

    private JsonNode perform(BotApiCall call) {
        try {
            BotApiSchema.check(call);
            BotApiError asked = faults.refusal(call.key());
            if (asked != null) throw asked;
            synchronized (this) {
                JsonNode result = methods.perform(call);
                JsonNode chat = call.fields().path("chat_id");
                calls.record(call, true, chat.isMissingNode() ? 0 : chats.find(chat).id);
                notifyAll();
                return result;
            }
        } catch (BotApiError e) {
            lost(call, e);
            throw e;
        }
    }

    /** Notes a call that came to nothing on its way; an error says that the client is at fault. */
    private synchronized void lost(BotApiCall call, BotApiError error) {
        if (error != null && error.isViolation()) calls.violation(call.method() + ": " + error.getMessage());
        calls.record(call, false, 0);
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            webhook.stop();
            updates.close();
        }
        http.close();
        threads.shutdownNow();
    }
}
