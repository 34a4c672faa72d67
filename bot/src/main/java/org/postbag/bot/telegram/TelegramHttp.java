package org.postbag.bot.telegram;

import java.io.IOException;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.telegram.rate.Permit;
import org.postbag.bot.telegram.rate.RateGate;
import org.postbag.bot.telegram.rate.Urgency;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Bot API calls over HTTP through TelegramBots' client, within {@link RateGate}'s budget. Requests are never repeated
 * silently: whether to send again is for the ledger to decide.
 */
public final class TelegramHttp implements TelegramApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final RateGate gate;

    public TelegramHttp(String token, URI api, RateGate gate) {
        this(token, api, gate, TIMEOUT);
    }

    /**
     * @param timeout how long to wait for an answer
     */
    public TelegramHttp(String token, URI api, RateGate gate, Duration timeout) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(64);
        this.gate = gate;
        this.http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(32, 30, TimeUnit.SECONDS))
                .build();
        this.client = new OkHttpTelegramClient(http, token, url(api));
    }

    static TelegramUrl url(URI api) {
        boolean tls = api.getScheme().equals("https");
        int port = api.getPort() > 0 ? api.getPort() : tls ? 443 : 80;
        return TelegramUrl.builder()
                .schema(api.getScheme())
                .host(api.getHost())
                .port(port)
                .build();
    }

    @Override
    public <T extends Serializable> Reply<T> call(BotApiMethod<T> method, Urgency urgency, BooleanSupplier leaving) {
        return within(chat(method), urgency, leaving, () -> client.execute(method));
    }

    @Override
    public Reply<Message> upload(SendDocument document, BooleanSupplier leaving) {
        return within(document.getChatId(), Urgency.ANSWER, leaving, () -> client.execute(document));
    }

    @Override
    public Reply<Boolean> push(SetWebhook webhook) {
        return asked(() -> client.execute(webhook));
    }

    /** Messages count towards the limits; other methods go at once. */
    private static @Nullable String chat(BotApiMethod<?> method) {
        if (method instanceof SendMessage send) return send.getChatId();
        return method instanceof EditMessageText edit ? edit.getChatId() : null;
    }

    private <T> Reply<T> within(@Nullable String chat, Urgency urgency, BooleanSupplier leaving, Ask<T> ask) {
        if (chat == null) return leaving.getAsBoolean() ? asked(ask) : stayed();
        Duration held = gate.heldFor(chat);
        // Nobody's thread waits for long; whoever asked may come again.
        if (urgency == Urgency.BROADCAST ? !held.isZero() : held.compareTo(LONGEST_HOLD) > 0)
            return new Reply.No<>(429, "Too Many Requests: told before", (int) held.toSeconds() + 1, null);
        Permit permit = gate.enter(chat, urgency);
        if (!permit.granted()) return new Reply.NotSent<>("Postbag is being stopped");
        try {
            if (!leaving.getAsBoolean()) return stayed();
            Reply<T> reply = asked(ask);
            if (reply instanceof Reply.No<T> no && no.code() == 429)
                gate.tooMany(chat, no.retryAfter() == null ? 1 : no.retryAfter());
            return reply;
        } finally {
            permit.answered();
        }
    }

    private static <T> Reply<T> stayed() {
        return new Reply.NotSent<>("it was not to be sent any more");
    }

    private interface Ask<T> {
        T execute() throws TelegramApiException;
    }

    private static <T> Reply<T> asked(Ask<T> ask) {
        try {
            return new Reply.Ok<>(ask.execute());
        } catch (TelegramApiRequestException e) {
            return no(e);
        } catch (TelegramApiException e) {
            return unanswered(e);
        }
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public void close() {
        gate.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static <T> Reply<T> no(TelegramApiRequestException e) {
        int code = e.getErrorCode() == null ? 0 : e.getErrorCode();
        String description = e.getApiResponse() == null ? "an answer that is not the Bot API's" : e.getApiResponse();
        Integer retryAfter =
                e.getParameters() == null ? null : e.getParameters().getRetryAfter();
        Long migrateTo = e.getParameters() == null ? null : e.getParameters().getMigrateToChatId();
        return new Reply.No<>(code, description, retryAfter, migrateTo);
    }

    private static <T> Reply<T> unanswered(TelegramApiException e) {
        IOException cause = ioCause(e);
        if (cause == null) return new Reply.No<>(0, String.valueOf(e.getMessage()), null, null);
        boolean connecting = cause instanceof SocketTimeoutException timeout
                && String.valueOf(timeout.getMessage())
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith("connect");
        if (connecting
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLException)
            return new Reply.NotSent<>(
                    "Telegram cannot be reached: " + cause.getClass().getSimpleName());
        return new Reply.Unknown<>(
                "no answer from Telegram: " + cause.getClass().getSimpleName());
    }

    private static @Nullable IOException ioCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof IOException io && !(cause instanceof com.fasterxml.jackson.core.JacksonException))
                return io;
        return null;
    }
}
