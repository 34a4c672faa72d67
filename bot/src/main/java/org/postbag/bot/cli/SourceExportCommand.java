package org.postbag.bot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.feed.Opml;
import org.postbag.posts.collect.feed.OpmlFeed;
import picocli.CommandLine.Command;

/** {@code source export}: the feeds as an OPML list, for this program or another reader. */
@Command(name = "export", description = "Writes the feeds as OPML to stdout.")
final class SourceExportCommand implements Callable<Integer> {
    private final Session session;

    SourceExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            List<OpmlFeed> feeds = new ArrayList<>();
            int others = 0;
            for (Source source : application.sources()) {
                if (source.origin() instanceof Origin.Feed feed)
                    feeds.add(new OpmlFeed(source.id(), feed.url().toString(), null, source.tags()));
                else others++;
            }
            session.out().writeBytes(Opml.write(application.config().name(), feeds));
            session.out().flush();
            if (others > 0)
                session.err()
                        .println("OPML lists feeds only; sources of other kinds that were left out: " + others + ".");
            return 0;
        }
    }
}
