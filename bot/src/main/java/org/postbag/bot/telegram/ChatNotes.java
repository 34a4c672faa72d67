package org.postbag.bot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.admin.Reports;
import org.postbag.bot.command.admin.Tells;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.TelegramAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * Writes single messages to chats that did not ask for them just now. They wait in memory for {@link #send}, so whoever
 * tells something never waits for Telegram; what surely did not arrive is sent again later, what may have arrived is not.
 * Thread safe.
 */
public final class ChatNotes implements Tells, Reports {
    private static final Logger LOG = LoggerFactory.getLogger(ChatNotes.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration GIVEN_UP = Duration.ofDays(1);
    private static final int MOST_WAITING = 5000;

    private final TelegramApi api;
    private final Clock clock;
    private final Deque<Note> waiting = new ArrayDeque<>();

    public ChatNotes(TelegramApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    private record Note(SendMessage message, Instant told, Instant notBefore) {}

    @Override
    public void tell(Subscription to, String text) {
        if (to.address() instanceof TelegramAddress chat) tell(chat, text, null);
    }

    @Override
    public void report(long operator, String text) {
        tell(new TelegramAddress(operator, null), text, null);
    }

    /** @param keyboard hangs below the last message, if the text needs more than one */
    public void tell(TelegramAddress chat, String text, @Nullable InlineKeyboardMarkup keyboard) {
        Instant now = clock.instant();
        List<String> texts = PlainMessages.of(text);
        for (int i = 0; i < texts.size(); i++) {
            SendMessage message = DigestMessages.html(chat, texts.get(i));
            if (i == texts.size() - 1) message.setReplyMarkup(keyboard);
            add(new Note(message, now, now));
        }
    }

    private synchronized void add(Note note) {
        waiting.add(note);
        if (waiting.size() <= MOST_WAITING) return;
        waiting.removeFirst();
        LOG.warn("more than {} messages wait for Telegram; the oldest is dropped", MOST_WAITING);
    }

    private synchronized List<Note> taken() {
        List<Note> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** Sends what waits, as far as Telegram takes it; called again and again by one thread. */
    public void send() {
        Instant now = clock.instant();
        List<Note> notes = taken();
        boolean away = false;
        for (Note note : notes) {
            if (away || note.notBefore().isAfter(now)) {
                add(note);
                continue;
            }
            Reply<Message> reply = api.call(note.message());
            away = reply instanceof Reply.NotSent<Message>;
            Duration wait = waitAfter(reply);
            if (!wait.isZero() && note.told().plus(GIVEN_UP).isAfter(now))
                add(new Note(note.message(), note.told(), clock.instant().plus(wait)));
            else if (!(reply instanceof Reply.Ok<Message>)) LOG.warn("a note could not be delivered: {}", reply);
        }
    }

    /** Zero when it is not to be sent again. */
    private static Duration waitAfter(Reply<Message> reply) {
        if (reply instanceof Reply.NotSent<Message>) return PATIENCE;
        if (!(reply instanceof Reply.No<Message> no)) return Duration.ZERO;
        Integer after = no.retryAfter();
        if (after != null) return Duration.ofSeconds(Math.max(1, after));
        return no.code() == 0 || no.code() >= 500 ? PATIENCE : Duration.ZERO;
    }
}
