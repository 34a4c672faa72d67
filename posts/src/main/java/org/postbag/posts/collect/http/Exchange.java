package org.postbag.posts.collect.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * One {@link WebClient#get}: goes along the redirects until there is an answer. Each request waits for its turn at its
 * host, which costs none of the exchange's time; {@link Reply} does one request.
 */
final class Exchange {
    private static final int MOST_REDIRECTS = 10;

    private final WebLimits limits;
    private final Clock clock;
    private final OkHttpClient http;
    private final ExecutorService threads;
    private final HostQueue queue;
    private final Validators known;
    private final String accept;
    private final Duration gap;

    private final ChainCookies cookies = new ChainCookies();
    private final Set<String> seen = new HashSet<>();
    private final HttpUrl start;
    private HttpUrl at;
    private boolean permanent = true;
    private long nanosLeft;

    Exchange(
            WebLimits limits,
            Clock clock,
            OkHttpClient http,
            ExecutorService threads,
            HostQueue queue,
            HttpUrl start,
            Validators known,
            String accept,
            Duration gap) {
        this.limits = limits;
        this.clock = clock;
        this.http = http;
        this.threads = threads;
        this.queue = queue;
        this.start = start;
        this.known = known;
        this.accept = accept;
        this.gap = gap;
        at = start;
        nanosLeft = limits.timeout().toNanos();
    }

    Answer run() throws InterruptedException {
        try {
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                Reply reply = send();
                if (!reply.isRedirect()) return answer(reply);
                Optional<Answer> trouble = follow(reply);
                if (trouble.isPresent()) return trouble.get();
            }
            return new Answer.Failed(
                    start.host() + " sends us on more than " + MOST_REDIRECTS
                            + " times; open the address in a browser and take the one it ends at",
                    false);
        } catch (IOException e) {
            return Trouble.of(e, at.host(), limits);
        } catch (TimeoutException e) {
            return Trouble.tooSlow(at.host(), limits);
        }
    }

    /** Goes to where the redirect leads; an answer when that is nowhere. */
    private Optional<Answer> follow(Reply reply) {
        String location = reply.headers().get("Location");
        HttpUrl to = location == null ? null : at.resolve(location);
        if (to == null)
            return Optional.of(new Answer.Failed(
                    at.host() + " sends us on to what is no http or https address; ask the site's owner", false));
        permanent &= reply.isPermanentRedirect();
        cookies.take(at, reply.headers(), clock.millis());
        at = withCredentials(to);
        return Optional.empty();
    }

    /** Name and password go on to the same host only, and never from a secure connection to an open one. */
    private HttpUrl withCredentials(HttpUrl to) {
        boolean secured = !at.isHttps() && to.isHttps() && at.port() == 80 && to.port() == 443;
        boolean same = at.isHttps() == to.isHttps() && at.port() == to.port();
        if (!to.username().isEmpty() || !at.host().equals(to.host()) || !(same || secured)) return to;
        return to.newBuilder()
                .encodedUsername(at.encodedUsername())
                .encodedPassword(at.encodedPassword())
                .build();
    }

    private Reply send() throws IOException, InterruptedException, TimeoutException {
        String cookie = cookies.headerFor(at);
        if (!seen.add(at + " " + cookie)) throw new ProtocolException("it redirects in a circle");
        HostQueue.Turn turn = queue.enter(at.scheme() + "://" + at.host() + ":" + at.port(), gap);
        try {
            return timed(http.newCall(request(cookie)));
        } catch (ProtocolException e) {
            if (!String.valueOf(e.getMessage()).startsWith("Unexpected status line")) throw e;
            // An answer longer than announced leaves its rest on the connection, where the next one is looked for.
            http.connectionPool().evictAll();
            return timed(http.newCall(request(cookie)));
        } finally {
            turn.done();
        }
    }

    /** Runs on a thread of its own, for finding a host by its name cannot be ended from outside. */
    private Reply timed(Call call) throws IOException, InterruptedException, TimeoutException {
        long began = System.nanoTime();
        Future<Reply> reply = threads.submit(() -> Reply.to(call, limits.maxBytes()));
        try {
            return reply.get(Math.max(0, nanosLeft), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) throw io;
            // What breaks a library is bad input as well.
            if (e.getCause() instanceof RuntimeException) throw new IOException("odd: " + e.getCause(), e.getCause());
            throw new IllegalStateException("asking " + at.host() + " failed: " + e.getCause(), e.getCause());
        } finally {
            if (!reply.isDone()) {
                call.cancel();
                reply.cancel(true);
            }
            nanosLeft -= System.nanoTime() - began;
        }
    }

    private Request request(@Nullable String cookie) {
        Request.Builder request = new Request.Builder()
                .url(at)
                .header("User-Agent", limits.userAgent())
                .header("Accept", accept)
                .header("Accept-Encoding", ContentCoding.OFFER);
        if (known.etag() != null) request.header("If-None-Match", known.etag());
        if (known.lastModified() != null) request.header("If-Modified-Since", known.lastModified());
        if (cookie != null) request.header("Cookie", cookie);
        if (!at.username().isEmpty() || !at.password().isEmpty())
            request.header("Authorization", Credentials.basic(at.username(), at.password(), StandardCharsets.UTF_8));
        return request.build();
    }

    private Answer answer(Reply reply) throws IOException {
        Optional<Instant> later = reply.status() == 429 || reply.status() == 503
                ? RetryAfter.of(reply.headers(), clock.instant())
                : Optional.empty();
        if (later.isPresent())
            return new Answer.Later(
                    later.get(),
                    at.host() + " asks to be left alone until " + later.get() + " (HTTP " + reply.status()
                            + "); it is tried again after that");
        Validators fresh =
                new Validators(reply.headers().get("ETag"), reply.headers().get("Last-Modified"));
        return switch (reply.status()) {
            case 200, 203 -> found(reply, fresh);
            case 304 ->
                known.isEmpty()
                        ? Refusal.of(304, at.host())
                        : new Answer.NotModified(fresh.isEmpty() ? known : fresh, movedTo());
            case 410 -> new Answer.Gone();
            default -> Refusal.of(reply.status(), at.host());
        };
    }

    private Answer found(Reply reply, Validators fresh) throws IOException {
        byte[] body = ContentCoding.decode(reply.body(), codings(reply), limits.maxBytes());
        if (body.length > limits.maxBytes()) throw new Reply.TooLarge();
        URI address =
                at.newBuilder().username("").password("").fragment(null).build().uri();
        return new Answer.Found(address, movedTo(), reply.headers().get("Content-Type"), body, fresh);
    }

    private static @Nullable String codings(Reply reply) {
        return String.join(",", reply.headers().values("Content-Encoding"));
    }

    private @Nullable URI movedTo() {
        return permanent && !at.equals(start) ? at.uri() : null;
    }
}
