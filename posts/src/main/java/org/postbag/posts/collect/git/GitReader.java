package org.postbag.posts.collect.git;

import java.io.IOException;
import java.net.Proxy;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.OkHttpClient;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.SourceReader;
import org.postbag.posts.collect.http.GuardedSockets;
import org.postbag.posts.collect.http.WebLimits;

/**
 * Reads git repositories that hold a Jekyll site or a folder of posts. Asks first which commit the repository is at; only
 * when that is new is it fetched, without history, into a copy that may be deleted at any time. {@link GitFetch} talks
 * to the other side, {@link GitCache} keeps the copy, {@link GitTree} finds the posts.
 *
 * <p>JGit reads the git configuration of the user and the system, unless {@link NoGitConfig#install} was called; certificates
 * are checked and proxies left aside whatever that says. Another process may read the same sources: they take turns.
 */
public final class GitReader implements SourceReader, AutoCloseable {
    private final Path cache;
    private final WebLimits web;
    private final GitLimits limits;
    private final OkHttpClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "git");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();
    /** By source: what the entries listed last are read from. */
    private final Map<String, FileRepository> open = new ConcurrentHashMap<>();

    /** @param cache folder for the copies; made when there is none */
    public GitReader(Path cache, WebLimits web) {
        this(cache, web, GitLimits.DEFAULT);
    }

    GitReader(Path cache, WebLimits web, GitLimits limits) {
        this.cache = cache;
        this.web = web;
        this.limits = limits;
        client = new OkHttpClient.Builder()
                .socketFactory(new GuardedSockets(web.allowPrivate()))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(web.timeout())
                .readTimeout(web.timeout())
                .writeTimeout(web.timeout())
                .build();
    }

    @Override
    public boolean reads(Origin origin) {
        return origin instanceof Origin.Git;
    }

    /** The cursor is the commit, and behind a colon the folder in it. */
    @Override
    public Fetched read(Source source, @Nullable String cursor) {
        Origin.Git origin = (Origin.Git) source.origin();
        release(source.id());
        GitAddress address;
        try {
            address = GitAddress.of(origin.url());
        } catch (Unusable e) {
            return new Fetched.Unavailable(e.reason());
        }
        try (GitHttp http = new GitHttp(client, limits)) {
            return apart(() -> inTurn(source, address, folder(origin.path()), cursor, http));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Unavailable(
                    "reading the repository " + address.name() + " was interrupted; the next pass tries again");
        } catch (RejectedExecutionException e) {
            return new Fetched.Unavailable("reading has ended, for the program is stopping; start it again");
        }
    }

    /** On a thread of its own, for a thread that waits for the network cannot be interrupted. */
    private Fetched apart(Callable<Fetched> look) throws InterruptedException {
        Future<Fetched> fetched = threads.submit(look);
        try {
            return fetched.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted) throw interrupted;
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } finally {
            fetched.cancel(true);
        }
    }

    private Fetched inTurn(Source source, GitAddress address, String path, @Nullable String cursor, GitHttp http)
            throws InterruptedException {
        ReentrantLock turn = turns.computeIfAbsent(address.key(), key -> new ReentrantLock());
        turn.lockInterruptibly();
        try {
            return look(source, address, path, cursor, http);
        } finally {
            turn.unlock();
        }
    }

    private static String folder(String path) {
        return path.strip().replaceAll("/+", "/").replaceFirst("^(\\./|/)", "").replaceFirst("(^|/)\\.?/?$", "");
    }

    private Fetched look(Source source, GitAddress address, String path, @Nullable String cursor, GitHttp http) {
        GitFetch fetch = new GitFetch(address, http, web.userAgent());
        try {
            Ref tip = fetch.tip();
            String there = cursor(GitFetch.commit(tip), path);
            if (there.equals(cursor)) return new Fetched.NotModified(cursor, Duration.ZERO);
            return list(source, address, path, fetch, tip, http);
        } catch (Unusable e) {
            return new Fetched.Unavailable(e.reason());
        } catch (IOException | RuntimeException e) {
            return new Fetched.Unavailable(GitTrouble.explain(e, address, http, limits));
        }
    }

    private static String cursor(ObjectId commit, String path) {
        return path.isEmpty() ? commit.name() : commit.name() + ":" + path;
    }

    /** A copy that turns out broken, as after a kill, is made anew once. */
    private Fetched list(Source source, GitAddress address, String path, GitFetch fetch, Ref tip, GitHttp http)
            throws IOException, Unusable {
        Files.createDirectories(cache);
        GitCache copy = new GitCache(cache.resolve(address.key()), limits);
        try (FileChannel file = FileChannel.open(
                        cache.resolve(address.key() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (!lock.isValid()) throw new IOException("the copy cannot be locked");
            boolean old = copy.exists();
            try {
                return listing(source, address, path, fetch, tip, copy);
            } catch (IOException | RuntimeException e) {
                boolean elsewhere = http.failure() != null
                        || http.isLate()
                        || Thread.currentThread().isInterrupted();
                if (!old || elsewhere) throw e;
                copy.delete();
                return listing(source, address, path, fetch, tip, copy);
            }
        }
    }

    private Fetched listing(Source source, GitAddress address, String path, GitFetch fetch, Ref tip, GitCache copy)
            throws IOException, Unusable {
        FileRepository repository = copy.open();
        boolean kept = false;
        try {
            fetch.into(repository, tip);
            ObjectId commit = fetched(repository);
            ZoneId zone = source.zone();
            List<GitEntry> entries = new GitTree(repository, address, zone).posts(commit, path, copy);
            copy.tidy(repository, commit);
            open.put(source.id(), repository);
            kept = true;
            return new Fetched.Listing(entries, true, cursor(commit, path), Duration.ZERO, List.of());
        } finally {
            if (!kept) repository.close();
        }
    }

    private static ObjectId fetched(FileRepository repository) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            Ref ref = repository.exactRef(GitCache.REF);
            if (ref == null) throw new IOException("the copy has lost its branch");
            return walk.parseCommit(ref.getObjectId()).copy();
        }
    }

    private void release(String source) {
        FileRepository before = open.remove(source);
        if (before != null) before.close();
    }

    /** Breaks off what is under way and frees what the entries listed last are read from. */
    @Override
    public void close() {
        threads.shutdownNow();
        client.dispatcher().cancelAll();
        for (String source : List.copyOf(open.keySet())) release(source);
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
