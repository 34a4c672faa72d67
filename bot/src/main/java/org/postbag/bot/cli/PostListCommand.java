package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.posts.Post;
import org.postbag.posts.store.PostQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code post list}: what was collected, newest first. */
@Command(name = "list", description = "Lists posts, newest first.")
final class PostListCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--tag", description = "only of this tag")
    @Nullable
    String tag;

    @Option(names = "--source", description = "only of this source")
    @Nullable
    String source;

    @Option(names = "--since", paramLabel = "D", description = "dated at or after an instant, a day or an age (7d)")
    @Nullable
    String since;

    @Option(names = "--limit", paramLabel = "N", description = "at most so many")
    int limit;

    @Option(names = "--json", description = "JSON lines")
    boolean json;

    PostListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 0) throw new WrongUsage("--limit must be 1 or more");
        try (Application application = session.open()) {
            if (source != null) Known.source(application, source);
            if (tag != null) Known.tag(session, application, tag);
            PostQuery query = PostQuery.all()
                    .withTag(tag == null ? null : application.tagger().canonical(tag))
                    .withSource(source)
                    .withLimit(limit);
            if (since != null)
                query = query.withSince(When.parse(
                        since, session.clock().instant(), application.config().zone()));
            application.posts().each(query, this::show);
            return 0;
        }
    }

    private void show(Post post) {
        if (json) Json.line(session.out(), PostJson.of(post));
        else
            session.print("%d  %s  %s  [%s]%n", post.id(), post.date(), post.title(), String.join(", ", post.topics()));
    }
}
