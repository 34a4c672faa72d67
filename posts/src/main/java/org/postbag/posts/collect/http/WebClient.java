package org.postbag.posts.collect.http;

import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks web servers that strangers run: bounded in time, bytes and redirects, kept off private networks, and polite, with
 * no more than two requests at once to a host. Whatever a server does is an {@link Answer}. Thread safe.
 */
public final class WebClient implements AutoCloseable {
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final WebLimits limits;
    private final Clock clock;
    private final GuardedSockets sockets;
    private final HostQueue queue = new HostQueue(AT_ONCE);
    private final ExecutorService threads;
    private @Nullable OkHttpClient http;

    /** @param clock tells when a server that asks for patience may be asked again */
    public WebClient(WebLimits limits, Clock clock) {
        this(limits, clock, new GuardedSockets(limits.allowPrivate()));
    }

    WebClient(WebLimits limits, Clock clock, GuardedSockets sockets) {
        this.limits = limits;
        this.clock = clock;
        this.sockets = sockets;
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "web");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Made when the first address is asked for: reading the certificates it trusts takes a quarter of a second. */
    private synchronized OkHttpClient http() {
        OkHttpClient made = http;
        if (made != null) return made;
        // Of a host with several addresses one may be dead: leave time for another.
        Duration third = limits.timeout().dividedBy(3);
        made = new OkHttpClient.Builder()
                .socketFactory(sockets)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(third.compareTo(LONGEST_CONNECT) < 0 ? third : LONGEST_CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .connectionPool(new ConnectionPool(8, 30, TimeUnit.SECONDS))
                .build();
        http = made;
        return made;
    }

    /**
     * Asks for what is at an address. Waits for a place at its host first, which costs none of the time allowed; an
     * interrupt ends it at once and stays set.
     *
     * @param address http or https; a name and password in it are sent to that host only
     * @param known of the answer before, to hear only whether it has changed
     * @param accept the media types wanted, as a header says it
     */
    public Answer get(URI address, Validators known, String accept) {
        return get(address, known, accept, Duration.ZERO);
    }

    /** @param gap least time between the starts of two requests to the host, such as its robots.txt asks for */
    public Answer get(URI address, Validators known, String accept, Duration gap) {
        HttpUrl url = HttpUrl.parse(address.toString());
        if (url == null) return new Answer.Failed("this is no http or https address; correct it", false);
        try {
            return new Exchange(limits, clock, http(), threads, queue, url, known, accept, gap).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failed(
                    "fetching from " + url.host() + " was interrupted; the next pass tries again", true);
        } catch (RejectedExecutionException e) {
            return new Answer.Failed("fetching has ended, for the program is stopping; start it again", true);
        }
    }

    /** Breaks off what is under way and frees threads and connections. */
    @Override
    public synchronized void close() {
        threads.shutdownNow();
        OkHttpClient made = http;
        if (made == null) return;
        made.dispatcher().cancelAll();
        made.connectionPool().evictAll();
        made.dispatcher().executorService().shutdown();
    }
}
