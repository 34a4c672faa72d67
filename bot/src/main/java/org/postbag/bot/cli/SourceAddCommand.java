package org.postbag.bot.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.AddedSources;
import org.postbag.bot.app.Adding;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Values;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.page.PageParser;
import org.postbag.posts.collect.probe.FeedFinder;
import org.postbag.posts.collect.probe.Probed;
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
        Duration interval = Durations.of("--every", every);
        try (Application application = session.open()) {
            String wanted = kind == null ? guess() : kind;
            String named = address;
            Origin origin;
            if (wanted.equals("feed")) {
                FeedFinder.Found found = application.reading().feeds().find(web());
                if (found.feed() == null) return failed(Values.masked(address) + ": " + found.problem());
                origin = new Origin.Feed(found.feed(), fullText);
                if (found.title() != null) named = found.title();
            } else {
                origin = origin(wanted);
            }
            Adding adding = application.addedSources().adding();
            String chosen = id != null ? id : adding.freeId(named);
            Source source = source(chosen, origin, interval, application);
            String problem = adding.problem(source);
            if (problem == null) problem = unreadable(application, source);
            if (problem == null) problem = adding.add(source);
            if (problem != null) return failed(problem);
            tell(source);
            return 0;
        }
    }

    private int failed(String problem) {
        session.err().println(problem);
        return Faults.FAILED;
    }

    /** Why a source is not worth adding; a feed has been read already. */
    private @Nullable String unreadable(Application application, Source source) {
        if (source.origin() instanceof Origin.Feed) return null;
        Probed probed = application.reading().probe().probe(source.id(), List.of(source));
        return probed.error() == null ? null : Values.masked(address) + ": " + probed.error();
    }

    private Source source(String chosen, Origin origin, Duration interval, Application application) {
        try {
            return new Source(
                    chosen,
                    origin,
                    interval,
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
        String where = Values.masked(AddedSources.address(source.origin()));
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
            case "page" -> page();
            case "git" -> new Origin.Git(isLocal() ? folder().toString() : address, path);
            case "jekyll" -> new Origin.Jekyll(folder());
            default -> throw new WrongUsage("--kind " + wanted + ": use feed, page, git or jekyll");
        };
    }

    private Origin page() {
        Origin.Page page = new Origin.Page(web(), item, link, title, date, body);
        List<String> problems = PageParser.problems(page);
        if (!problems.isEmpty()) throw new WrongUsage("--" + String.join("\n--", problems));
        return page;
    }

    /** An address names a protocol, or a user at a host as ssh does. */
    private boolean isLocal() {
        return !address.contains("://") && !address.matches("[^/]+@[^/]+:.*");
    }

    /** As an absolute path: the next command may be typed in another folder. */
    private Path folder() {
        try {
            Path folder = Path.of(address).toAbsolutePath().normalize();
            if (Files.isDirectory(folder)) return folder;
            throw new WrongUsage(
                    address + ": there is no such folder; the address of a feed or page begins with https://");
        } catch (InvalidPathException e) {
            throw new WrongUsage(
                    address + ": this is neither an address nor a folder; an address begins with https://");
        }
    }

    private URI web() {
        try {
            return Values.http(address);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
