package org.postbag.bot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Writes to the operators' chats. What surely did not arrive is sent again a minute later, for what keeps sources from
 * being read often keeps Telegram away as well; what may have arrived is not. Used by one thread.
 */
public final class AdminMessages {
    private static final Logger LOG = LoggerFactory.getLogger(AdminMessages.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 200;

    private final TelegramApi api;
    private final List<Long> chats;
    private final Clock clock;
    private final Deque<SendMessage> waiting = new ArrayDeque<>();
    private Instant notBefore = Instant.MIN;

    /** @param chats of the operators; none: nothing is written */
    public AdminMessages(TelegramApi api, List<Long> chats, Clock clock) {
        this.api = api;
        this.chats = List.copyOf(chats);
        this.clock = clock;
    }

    /** Has every operator told, with the next {@link #send}. */
    public void tell(String text) {
        for (long chat : chats)
            for (String html : PlainMessages.of(text))
                waiting.add(SendMessage.builder()
                        .chatId(chat)
                        .text(html)
                        .parseMode("HTML")
                        .build());
        while (waiting.size() > MOST_WAITING) waiting.removeFirst();
    }

    /** Sends what waits, as far as Telegram takes it. */
    public void send() {
        if (clock.instant().isBefore(notBefore)) return;
        while (!waiting.isEmpty()) {
            Reply<Message> reply = api.call(waiting.getFirst());
            Duration wait = waitAfter(reply);
            if (!wait.isZero()) {
                notBefore = clock.instant().plus(wait);
                return;
            }
            SendMessage sent = waiting.removeFirst();
            if (!(reply instanceof Reply.Ok<Message>))
                LOG.warn("the operator's chat {} could not be written to: {}", sent.getChatId(), reply);
        }
    }

    /** Zero when it is not to be sent again. */
    private static Duration waitAfter(Reply<Message> reply) {
        if (reply instanceof Reply.NotSent<Message>) return PATIENCE;
        if (reply instanceof Reply.No<Message> no && no.retryAfter() != null)
            return Duration.ofSeconds(Math.max(1, no.retryAfter()));
        return reply instanceof Reply.No<Message> no && (no.code() == 0 || no.code() >= 500) ? PATIENCE : Duration.ZERO;
    }
}
