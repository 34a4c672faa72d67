package org.postbag.bot.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.posts.store.Hit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code post search}: full text, best first. */
@Command(name = "search", description = "Finds posts by their words, best first; 繁體 finds 简体 and the other way round.")
final class PostSearchCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "words, all of which must occur")
    List<String> query = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "at most so many (default: ${DEFAULT-VALUE})")
    int limit;

    @Option(names = "--json", description = "JSON lines")
    boolean json;

    PostSearchCommand(Session session) {
        this.session = session;
    }

    /** A post and why it was found. */
    record Found(@JsonUnwrapped PostJson post, String snippet, double score) {}

    @Override
    public Integer call() {
        if (limit < 1) throw new WrongUsage("--limit must be 1 or more");
        try (Application application = session.open()) {
            for (Hit hit : application.posts().search(String.join(" ", query), limit, 0)) show(hit);
            return 0;
        }
    }

    private void show(Hit hit) {
        if (json) {
            Json.line(session.out(), new Found(PostJson.of(hit.post()), hit.snippet(), hit.score()));
            return;
        }
        session.print(
                "%d  %s  %s%n", hit.post().id(), hit.post().date(), hit.post().title());
        session.out().println("    " + hit.snippet().replace('\n', ' '));
    }
}
