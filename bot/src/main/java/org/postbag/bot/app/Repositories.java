package org.postbag.bot.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.SourceReader;
import org.postbag.posts.collect.git.GitReader;
import org.postbag.posts.collect.git.NoGitConfig;
import org.postbag.posts.collect.http.WebLimits;

/** {@link GitReader}, made when the first repository is read: few have one, and its library takes long to load. */
final class Repositories implements SourceReader, AutoCloseable {
    private final Path cache;
    private final WebLimits limits;
    private @Nullable GitReader reader;

    Repositories(Path cache, WebLimits limits) {
        this.cache = cache;
        this.limits = limits;
    }

    @Override
    public boolean reads(Origin origin) {
        return origin instanceof Origin.Git;
    }

    @Override
    public Fetched read(Source source, @Nullable String cursor) {
        return reader().read(source, cursor);
    }

    private synchronized GitReader reader() {
        GitReader made = reader;
        if (made != null) return made;
        // Before anything looks at a repository: whoever runs this has settings of his own for git.
        NoGitConfig.install();
        made = new GitReader(cache, limits);
        reader = made;
        return made;
    }

    @Override
    public synchronized void close() {
        if (reader != null) reader.close();
    }
}
