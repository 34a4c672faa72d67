package org.postbag.posts.collect.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate.Result;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TrackingRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;

/**
 * Talks to one repository elsewhere, on the web or on this disk: which commit it is at, and that commit's files. Asks
 * nobody for a password and runs no hooks.
 */
final class GitFetch {
    private static final Set<Result> KEPT = Set.of(Result.NEW, Result.FAST_FORWARD, Result.FORCED, Result.NO_CHANGE);

    private final GitAddress address;
    private final GitHttp http;
    private final String userAgent;

    GitFetch(GitAddress address, GitHttp http, String userAgent) {
        this.address = address;
        this.http = http;
        this.userAgent = userAgent;
    }

    /** The branch or tag that is followed, as the other side advertises it; touches no copy. */
    Ref tip() throws Unusable, TransportException, NotSupportedException {
        List<RefSpec> wanted = new ArrayList<>();
        for (String ref : address.refs()) wanted.add(new RefSpec(ref));
        try (Transport transport = configured(Transport.open(address.uri()));
                FetchConnection connection = transport.openFetch(wanted)) {
            Map<String, Ref> refs = connection.getRefsMap();
            for (String name : address.refs()) {
                Ref ref = refs.get(name);
                if (ref != null && ref.getObjectId() != null) return ref;
            }
        }
        if (address.refs().contains("HEAD"))
            throw new Unusable("the repository " + address.name() + " has no commit on its default branch"
                    + "; push one, or name another branch after #");
        throw new Unusable("the repository " + address.name() + " has no such branch or tag"
                + "; correct what stands after #, or push it");
    }

    /** The commit that an advertised branch or tag stands for. */
    static ObjectId commit(Ref tip) {
        ObjectId peeled = tip.getPeeledObjectId();
        return peeled != null ? peeled : tip.getObjectId();
    }

    /** Brings the newest commit without its history, whatever was there before. */
    void into(Repository copy, Ref tip) throws IOException {
        Ref have = copy.exactRef(GitCache.REF);
        if (have != null && tip.getObjectId().equals(have.getObjectId())) return;
        try (Transport transport = configured(Transport.open(copy, address.uri()))) {
            transport.setDepth(1);
            transport.setTagOpt(TagOpt.NO_TAGS);
            RefSpec follow = new RefSpec("+" + tip.getName() + ":" + GitCache.REF);
            TrackingRefUpdate update =
                    transport.fetch(new Watch(http), List.of(follow)).getTrackingRefUpdate(GitCache.REF);
            // A lock that a killed process left shows as a result only.
            if (update != null && !KEPT.contains(update.getResult()))
                throw new IOException("what was fetched could not be kept: " + update.getResult());
        }
    }

    private Transport configured(Transport transport) {
        if (transport instanceof TransportHttp web) {
            web.setHttpConnectionFactory(http);
            web.setAdditionalHeaders(Map.of("User-Agent", userAgent));
        }
        transport.setCredentialsProvider(null);
        return transport;
    }

    /** Ends what takes too long, or is no longer wanted. */
    private static final class Watch extends EmptyProgressMonitor {
        private final GitHttp http;

        Watch(GitHttp http) {
            this.http = http;
        }

        @Override
        public boolean isCancelled() {
            return http.isLate() || Thread.currentThread().isInterrupted();
        }
    }
}
