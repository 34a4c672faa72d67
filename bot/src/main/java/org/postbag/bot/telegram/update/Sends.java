package org.postbag.bot.telegram.update;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postbag.bot.telegram.PlainText;
import org.postbag.bot.telegram.Reply;
import org.postbag.bot.telegram.TelegramChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Sends one message of an answer, with patience: again where Telegram surely did not take it, and without formatting
 * where it finds fault with ours. What may have arrived is not sent twice.
 */
final class Sends {
    private static final Logger LOG = LoggerFactory.getLogger(Sends.class);
    private static final List<Long> PAUSES = List.of(500L, 2000L, 4000L);
    private static final int LONGEST_RETRY_AFTER = 20;

    private Sends() {}

    /** The message's id; empty when it was not taken, or begun before a crash. */
    static Optional<String> message(Showing where, SendMessage message) {
        if (where.answers() != null)
            message.setReplyParameters(ReplyParameters.builder()
                    .messageId(where.answers())
                    .allowSendingWithoutReply(true)
                    .build());
        Reply<Message> reply = patiently(where, message);
        if (reply instanceof Reply.No<Message> no && TelegramChannel.isEntityError(no)) {
            SendMessage plain = TelegramChannel.plain(message);
            plain.setReplyParameters(message.getReplyParameters());
            reply = where.api().again(plain);
        }
        if (reply instanceof Reply.Ok<Message> ok)
            return Optional.of(Integer.toString(ok.result().getMessageId()));
        if (where.api().begunBefore()) LOG.info("an answer was begun before a crash and is not repeated");
        else LOG.warn("an answer could not be sent: {}", reply);
        return Optional.empty();
    }

    static void edit(Showing where, EditMessageText edit) {
        Reply<?> reply = patiently(where, edit);
        if (reply instanceof Reply.No<?> no && TelegramChannel.isEntityError(no)) {
            edit.setText(PlainText.of(edit.getText()));
            edit.setParseMode(null);
            reply = where.api().again(edit);
        }
        boolean already = reply instanceof Reply.No<?> no
                && no.description().toLowerCase(Locale.ROOT).contains("message is not modified");
        if (!(reply instanceof Reply.Ok<?>) && !already) LOG.warn("a message could not be changed: {}", reply);
    }

    private static <T extends Serializable> Reply<T> patiently(Showing where, BotApiMethod<T> method) {
        Reply<T> reply = where.api().call(method);
        for (long pause : PAUSES) {
            if (where.api().begunBefore() || !worthAnotherTry(reply) || !waited(pause(reply, pause))) return reply;
            reply = where.api().again(method);
        }
        return reply;
    }

    private static long pause(Reply<?> reply, long usual) {
        return reply instanceof Reply.No<?> no && no.retryAfter() != null ? no.retryAfter() * 1000L : usual;
    }

    private static boolean worthAnotherTry(Reply<?> reply) {
        if (reply instanceof Reply.NotSent<?>) return true;
        if (!(reply instanceof Reply.No<?> no)) return false;
        if (no.code() == 429) return no.retryAfter() != null && no.retryAfter() <= LONGEST_RETRY_AFTER;
        return no.code() == 0 || no.code() >= 500;
    }

    private static boolean waited(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
