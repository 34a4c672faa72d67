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
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.telegram.rate.Urgency;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Bot API calls over HTTP through TelegramBots' client, within {@link RateGate}'s budget. Requests are never repeated
 * silently: whether to send again is for the ledger to decide.
 */
public final class TelegramHttp implements TelegramApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final RateGate gate;

    public TelegramHttp(String token, URI api, RateGate gate) {
        this(token, api, gate, TIMEOUT);
    }

    /**
     * @param timeout how long to wait for an answer
     */
    TelegramHttp(String token, URI api, RateGate gate, Duration timeout) {
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
    public <T extends Serializable> Reply<T> call(BotApiMethod<T> method, Urgency urgency) {
        gate.pass(method);
        return asked(() -> client.execute(method));
    }

    @Override
    public Reply<Message> upload(SendDocument document) {
        return asked(() -> client.execute(document));
    }

    @Override
    public Reply<Boolean> push(SetWebhook webhook) {
        return asked(() -> client.execute(webhook));
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
