package org.postbag.bot.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Short questions to HTTP servers of the configuration: no redirects, bounded in time and bytes. Thread safe. */
final class Requests implements AutoCloseable {
    private static final int MOST_BYTES = 256 << 10;

    private final OkHttpClient http;

    /** @param timeout of one exchange as a whole */
    Requests(Duration timeout) {
        http = new OkHttpClient.Builder()
                .followRedirects(false)
                .callTimeout(timeout)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .build();
    }

    /**
     * An answer.
     *
     * @param date of its header; null without one
     * @param body its first part; empty after HEAD
     */
    record Answer(int status, @Nullable String date, String body) {}

    Answer head(URI address) throws IOException {
        return ask("HEAD", address, Map.of());
    }

    Answer get(URI address, Map<String, String> headers) throws IOException {
        return ask("GET", address, headers);
    }

    private Answer ask(String method, URI address, Map<String, String> headers) throws IOException {
        Request.Builder request = new Request.Builder().url(address.toURL()).method(method, null);
        headers.forEach(request::header);
        Call call = http.newCall(request.build());
        try (Response response = call.execute()) {
            return new Answer(response.code(), response.header("Date"), body(response.body()));
        }
    }

    private static String body(@Nullable ResponseBody body) throws IOException {
        if (body == null) return "";
        return new String(body.byteStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
