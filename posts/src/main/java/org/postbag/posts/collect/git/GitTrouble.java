package org.postbag.posts.collect.git;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.http.GuardedSockets;

/** Explains to the operator why a repository could not be read. */
final class GitTrouble {
    private GitTrouble() {}

    static String explain(Exception e, GitAddress address, GitHttp http, GitLimits limits) {
        String name = address.name();
        if (Thread.currentThread().isInterrupted())
            return "reading the repository " + name + " was interrupted; the next pass tries again";
        if (http.isTooLarge() || isWithin(e, TooLargeObjectInPackException.class))
            return "the repository " + name + " is larger than the " + (limits.bytes() / 1_000_000)
                    + " MB that are fetched, or holds a file over " + (limits.object() / 1_000_000)
                    + " MB; clone it yourself and give the source the path of the clone";
        if (http.isLate())
            return "reading the repository " + name + " took longer than "
                    + limits.time().toSeconds()
                    + " s; the next pass tries again; if it stays so, clone it yourself and give the source that path";
        IOException network = http.failure();
        if (network != null) return network(network, name);
        if (address.isRemote() && http.lastStatus() != 0 && http.lastStatus() != 200)
            return refused(name, http.lastStatus());
        if (isWithin(e, RepositoryNotFoundException.class)
                || (!address.isRemote() && isWithin(e, NoRemoteRepositoryException.class))
                || (!address.isRemote() && isWithin(e, NotSupportedException.class)))
            return name + " is no git repository; name the folder that holds the repository, or create it";
        return "the repository " + name + " cannot be read (" + shown(e)
                + "); check that the address is that of a git repository, and the space on the disk";
    }

    private static String network(IOException e, String name) {
        if (isWithin(e, GuardedSockets.Refused.class))
            return "the address of the repository " + name + " leads to a private or local network, which is not"
                    + " fetched from; correct it, or set http.allow-private: true if it is meant";
        if (e instanceof UnknownHostException)
            return "the host of the repository " + name + " is not known; check its spelling, and this machine's DNS";
        if (e instanceof ConnectException)
            return "the host of the repository " + name + " cannot be reached (" + e.getMessage()
                    + "); check the address, or wait until it is back";
        if (e instanceof SocketTimeoutException)
            return "the host of the repository " + name
                    + " does not answer; raise http.timeout, or wait until it is back";
        if (e instanceof SSLException)
            return "no secure connection to the repository " + name + " (" + e.getMessage()
                    + "); check the host's certificate, and this machine's clock";
        return "the connection to the repository " + name + " broke off (" + e.getMessage()
                + "); the next pass tries again";
    }

    private static String refused(String name, int status) {
        return switch (status) {
            case 401, 403, 407 ->
                "the repository " + name + " wants a name and password (HTTP " + status
                        + "); write them into the address as https://name:token@host/…, or correct them";
            case 404, 410 ->
                "there is no repository at " + name + ", or it is not public (HTTP " + status
                        + "); correct the address, or write a name and token into it";
            default ->
                status >= 500 || status == 429
                        ? "the host of the repository " + name + " has trouble of its own (HTTP " + status
                                + "); the next pass tries again"
                        : "the host of the repository " + name + " answers HTTP " + status
                                + "; check the address in a browser";
        };
    }

    private static String shown(Exception e) {
        Throwable deepest = e;
        for (int i = 0; i < 20 && deepest.getCause() != null; i++) deepest = deepest.getCause();
        return deepest.getClass().getSimpleName();
    }

    private static boolean isWithin(@Nullable Throwable e, Class<? extends Throwable> kind) {
        for (int i = 0; e != null && i < 20; i++, e = e.getCause()) if (kind.isInstance(e)) return true;
        return false;
    }
}
