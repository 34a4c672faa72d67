package org.postbag.posts.collect.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Explains to the operator why an exchange broke off before there was an answer; {@link Refusal} explains answers. */
final class Trouble {
    private static final int MOST_SHOWN = 100;

    private Trouble() {}

    static Answer.Failed of(IOException e, String host, WebLimits limits) {
        if (within(e, GuardedSockets.Refused.class).isPresent())
            return lasting(host + " leads to a private or local address, which is not fetched from"
                    + "; correct the address, or set http.allow-private: true if it is meant");
        if (e instanceof Reply.TooLarge)
            return lasting(host + " sends more than " + size(limits.maxBytes())
                    + "; raise http.max-bytes, or look for a smaller feed or page");
        if (e instanceof ContentCoding.Unknown)
            return lasting(host + " packs its answer in a way that was not asked for (" + shown(e)
                    + "); ask the site's owner");
        if (e instanceof UnknownHostException)
            return passing("the host " + host + " is not known; check its spelling, and this machine's DNS");
        if (e instanceof ConnectException || e instanceof NoRouteToHostException)
            return passing(host + " cannot be reached (" + shown(e)
                    + "); check the address and port, or wait until the server is back");
        if (e instanceof SocketTimeoutException)
            return passing(host + " does not answer; check the address, or wait until the server is back");
        if (e instanceof SSLException tls) return tls(tls, host);
        if (within(e, EOFException.class).isPresent())
            return passing("the answer of " + host + " ends too early, or its headers never do"
                    + "; it is tried again; if it stays so, ask the site's owner");
        if (e instanceof ProtocolException || e instanceof ZipException)
            return passing("the answer of " + host + " is cut off or damaged (" + shown(e)
                    + "); it is tried again; if it stays so, ask the site's owner");
        return passing("the exchange with " + host + " broke off (" + shown(e)
                + "); it is tried again; if it stays so, ask the site's owner");
    }

    private static Answer.Failed tls(SSLException e, String host) {
        if (e instanceof SSLPeerUnverifiedException)
            return lasting("the certificate of " + host
                    + " is for another name; correct the host in the address, or ask the site's owner");
        if (within(e, CertificateExpiredException.class).isPresent())
            return passing("the certificate of " + host + " has expired; tell the site's owner, and check this"
                    + " machine's clock");
        if (within(e, CertificateException.class).isPresent())
            return lasting("the certificate of " + host + " is not signed by anyone this Java trusts"
                    + "; ask the site's owner, or add its authority to Java's trust store");
        if (String.valueOf(e.getMessage()).contains("unrecognized SSL message"))
            return lasting(host + " does not speak TLS on this port; try the address with http://");
        return passing("no secure connection to " + host + " (" + shown(e)
                + "); it may be too old or broken: ask the site's owner");
    }

    static Answer.Failed tooSlow(String host, WebLimits limits) {
        return passing(host + " did not answer in full within "
                + limits.timeout().toMillis() / 1000.0 + " s; raise http.timeout, or wait until the server is faster");
    }

    private static Answer.Failed lasting(String reason) {
        return new Answer.Failed(reason, false);
    }

    private static Answer.Failed passing(String reason) {
        return new Answer.Failed(reason, true);
    }

    /** What a library says may quote the server: in one line, and not all of it. */
    private static String shown(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String line = message.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MOST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }

    private static String size(long bytes) {
        return bytes < 10_000
                ? bytes + " bytes"
                : bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }

    /** Looks along causes and what was tried besides. */
    private static <T extends Throwable> Optional<T> within(Throwable e, Class<T> kind) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(e);
        while (!open.isEmpty()) {
            Throwable one = open.remove();
            if (!seen.add(one)) continue;
            if (kind.isInstance(one)) return Optional.of(kind.cast(one));
            if (one.getCause() != null) open.add(one.getCause());
            open.addAll(List.of(one.getSuppressed()));
        }
        return Optional.empty();
    }
}
