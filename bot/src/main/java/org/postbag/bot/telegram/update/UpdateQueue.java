package org.postbag.bot.telegram.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.store.UpdateStore;
import org.postbag.bot.store.UpdateStore.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Keeps updates and has them handled: those of one chat in their order, those of different chats beside each other. An
 * update that does not decode, or meets a fault, is set aside with a line in the log. {@link UpdatePoller} and {@link
 * Webhook} bring them, {@link UpdateHandler} does what they ask.
 */
public final class UpdateQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateQueue.class);
    private static final int WORKERS = 16;
    private static final int MOST_WAITING = 2000;

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final UpdateStore store;
    private final UpdateHandler handler;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, work -> {
        Thread thread = new Thread(work, "telegram-answers");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Deque<Kept>> chats = new HashMap<>();
    private int waiting;
    private boolean stopping;

    public UpdateQueue(UpdateStore store, UpdateHandler handler, Clock clock) {
        this.store = store;
        this.handler = handler;
        this.clock = clock;
    }

    /** Goes on with what an earlier life left. */
    public void start() {
        submit(store.open());
    }

    /** Keeps updates as Telegram sent them; once this returns, they need not be sent again. */
    public void accept(Iterable<JsonNode> updates) {
        List<Kept> kept = new ArrayList<>();
        for (JsonNode update : updates)
            kept.add(new Kept(update.path("update_id").asLong(), chat(update), update.toString()));
        submit(store.keep(kept, clock.instant()));
    }

    private synchronized void submit(List<Kept> fresh) {
        for (Kept update : fresh) {
            boolean idle = !chats.containsKey(update.chat());
            chats.computeIfAbsent(update.chat(), chat -> new ArrayDeque<>()).add(update);
            waiting++;
            if (idle && !stopping) workers.execute(() -> work(update.chat()));
        }
    }

    /** Returns when there is room for more, or at the stop. */
    synchronized void awaitRoom() throws InterruptedException {
        while (waiting > MOST_WAITING && !stopping) wait();
    }

    private void work(String chat) {
        for (Kept update = next(chat); update != null; update = next(chat)) {
            handle(update);
            synchronized (this) {
                waiting--;
                notifyAll();
            }
        }
    }

    /** The chat's next update; when there is none, the chat is idle. */
    private synchronized @Nullable Kept next(String chat) {
        Deque<Kept> queue = chats.get(chat);
        if (queue == null || queue.isEmpty() || stopping) {
            chats.remove(chat);
            return null;
        }
        return queue.remove();
    }

    private void handle(Kept update) {
        try {
            handler.handle(json.readValue(update.body(), Update.class), update.id());
            store.done(update.id());
        } catch (JsonProcessingException e) {
            LOG.warn(
                    "update {} is of a kind Postbag cannot read and was set aside: {}",
                    update.id(),
                    e.getOriginalMessage().lines().findFirst().orElse(""));
            store.done(update.id());
        } catch (RuntimeException | StackOverflowError e) {
            setAside(update, e);
        }
    }

    private void setAside(Kept update, Throwable fault) {
        if (Thread.currentThread().isInterrupted()) return; // stopped in the middle: the next start goes on
        LOG.error("update {} met a fault in Postbag itself and was set aside", update.id(), fault);
        try {
            store.done(update.id());
        } catch (RuntimeException e) {
            LOG.error("update {} could not be set aside either; the next start tries it again", update.id(), e);
        }
    }

    /** What must be handled in order: a chat's updates, or where there is no chat, a person's. */
    private static String chat(JsonNode update) {
        for (JsonNode part : update) {
            if (!part.isObject()) continue;
            JsonNode chat = part.path("chat").isObject()
                    ? part.path("chat")
                    : part.path("message").path("chat");
            JsonNode whose = chat.isObject() ? chat : part.path("from");
            if (whose.path("id").isNumber()) return (chat.isObject() ? "" : "person ") + whose.path("id");
        }
        return "";
    }

    /** What is being handled is finished; what waits is left to the next start. */
    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        workers.shutdown();
        try {
            if (!workers.awaitTermination(3, TimeUnit.SECONDS)) workers.shutdownNow();
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
