package org.postbag.posts.collect.git;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The web as one look at a repository sees it: sockets that reach public addresses only, no proxy, and a bound on bytes
 * and time. Remembers what went wrong, which JGit's own exceptions do not tell. {@link GitHttpConnection} is one request.
 */
final class GitHttp implements HttpConnectionFactory, AutoCloseable {
    private final OkHttpClient client;
    private final long deadlineNanos;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Response> responses = new CopyOnWriteArrayList<>();
    private long bytesLeft;
    private int lastStatus;
    private @Nullable IOException failure;
    private boolean tooLarge;

    GitHttp(OkHttpClient client, GitLimits limits) {
        this.client = client;
        bytesLeft = limits.bytes();
        deadlineNanos = System.nanoTime() + limits.time().toNanos();
    }

    @Override
    public HttpConnection create(URL url) {
        return new GitHttpConnection(this, url);
    }

    /** The proxy that JGit found in the system's properties is not asked: it would connect to where we must not. */
    @Override
    public HttpConnection create(URL url, @Nullable Proxy proxy) {
        return create(url);
    }

    Response send(Request request) throws IOException {
        // Not before the deadline, so that what was late is known to be late.
        Duration left = Duration.ofMillis(Math.max(0, (deadlineNanos - System.nanoTime()) / 1_000_000) + 2);
        OkHttpClient inTime = client.newBuilder().callTimeout(left).build();
        try {
            Call call = inTime.newCall(request);
            calls.add(call);
            Response response = call.execute();
            responses.add(response);
            lastStatus = response.code();
            return response;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    IOException failed(IOException e) {
        if (failure == null) failure = e;
        return e;
    }

    /** Counts what has arrived. */
    void arrived(long bytes) throws IOException {
        bytesLeft -= bytes;
        if (bytesLeft >= 0) return;
        tooLarge = true;
        throw failed(new InterruptedIOException("more than the limit"));
    }

    boolean isLate() {
        return System.nanoTime() - deadlineNanos >= 0;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    /** Of the last answer; 0 when there was none. */
    int lastStatus() {
        return lastStatus;
    }

    /** What the network did; empty when an answer came whole. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        calls.forEach(Call::cancel);
        responses.forEach(Response::close);
    }
}
