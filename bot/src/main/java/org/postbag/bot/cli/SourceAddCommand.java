package org.postbag.bot.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.AddedSources;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Values;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.probe.FeedFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code source add}: a source for good; the feed of a web page is found by itself. */
@Command(
        name = "add",
        description =
                "Adds a source. Of a web page its feed is looked for; a repository ends in .git, a folder is Jekyll's.")
final class SourceAddCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "URL", description = "a feed, a web page, a git repository or a folder")
    String address = "";

    @Option(names = "--id", description = "short name (default: from the title or the host)")
    @Nullable
    String id;

    @Option(names = "--kind", description = "feed, page, git or jekyll (default: what it looks like)")
    @Nullable
    String kind;

    @Option(names = "--tags", split = ",", description = "tags for all its posts")
    List<String> tags = List.of();

    @Option(names = "--every", description = "how often it is looked at (default: 10m)")
    String every = "10m";

    @Option(names = "--weight", description = "how much it counts in ranking, 0.1 to 10 (default: 1)")
    double weight = 1;

    @Option(names = "--full-text", description = "follow a feed's links and take the articles")
    boolean fullText;

    @Option(names = "--path", description = "of a repository: the folder with the posts")
    String path = "";

    @Option(names = "--item", description = "of a page: CSS selector of one item")
    @Nullable
    String item;

    @Option(names = "--link", description = "of a page: selector of an item's link")
    @Nullable
    String link;

    @Option(names = "--title", description = "of a page: selector of an item's title")
    @Nullable
    String title;

    @Option(names = "--date", description = "of a page: selector of an item's date")
    @Nullable
    String date;

    @Option(names = "--body", description = "of a page: selector of an item's text")
    @Nullable
    String body;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    SourceAddCommand(Session session) {
        this.session = session;
    }

    /** What was added. */
    record Added(String id, String kind, String address) {}

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            String named = null;
            Origin origin;
            String wanted = kind == null ? guess() : kind;
            if (wanted.equals("feed")) {
                FeedFinder.Found found = application.reading().feeds().find(web());
                if (found.feed() == null) {
                    session.err().println(address + ": " + found.problem());
                    return Faults.FAILED;
                }
                origin = new Origin.Feed(found.feed(), fullText);
                named = found.title();
            } else {
                origin = origin(wanted);
            }
            AddedSources added = application.addedSources();
            String chosen = id != null ? id : added.freeId(named == null ? address : named);
            Source source = source(chosen, origin, application);
            String problem = added.add(source);
            if (problem != null) {
                session.err().println(problem);
                return Faults.FAILED;
            }
            tell(source);
            return 0;
        }
    }

    private Source source(String chosen, Origin origin, Application application) {
        try {
            return new Source(
                    chosen,
                    origin,
                    Values.duration(every),
                    tags.stream()
                            .map(String::strip)
                            .filter(tag -> !tag.isEmpty())
                            .toList(),
                    application.config().zone(),
                    weight);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }

    private void tell(Source source) {
        String where = AddedSources.address(source.origin());
        if (json)
            Json.line(session.out(), new Added(source.id(), source.origin().kind(), where));
        else
            session.print(
                    "Added %s, %s, %s. 'postbag collect %s' reads it now.%n",
                    source.id(), source.origin().kind(), where, source.id());
    }

    private String guess() {
        if (item != null) return "page";
        if (address.matches("(?i)(https?|file)://.*\\.git/?") || address.matches("(?i).*\\.git/?")) return "git";
        return address.matches("(?i)https?://.*") ? "feed" : "jekyll";
    }

    private Origin origin(String wanted) {
        return switch (wanted) {
            case "page" -> new Origin.Page(web(), item, link, title, date, body);
            case "git" -> new Origin.Git(address, path);
            case "jekyll" -> new Origin.Jekyll(Path.of(address).toAbsolutePath().normalize());
            default -> throw new WrongUsage("--kind " + wanted + ": use feed, page, git or jekyll");
        };
    }

    private URI web() {
        try {
            return Values.http(address);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
