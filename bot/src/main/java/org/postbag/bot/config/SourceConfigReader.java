package org.postbag.bot.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.page.PageParser;

/** Reads one entry of {@code sources}: exactly one of jekyll, git, feed and page says what it is. */
final class SourceConfigReader {
    private static final List<String> KINDS = List.of("jekyll", "git", "feed", "page");

    private final Path base;
    private final ZoneId zone;

    SourceConfigReader(Path base, ZoneId zone) {
        this.base = base;
        this.zone = zone;
    }

    /** Null when the entry is so wrong that there is no source; the problems are noted then. */
    @Nullable
    Source read(Section section) {
        String id = section.optional("id", text -> text);
        Duration every = section.value("every", Duration.ofMinutes(10), Values::interval);
        List<String> tags = section.words("tags");
        ZoneId own = section.value("zone", zone, Values::zone);
        double weight = section.value("weight", 1.0, Values::weight);
        Origin origin = origin(section);
        section.close();
        if (id == null) section.problem("id", "every source needs an id, a short name of letters and digits");
        if (id == null || origin == null) return null;
        try {
            return new Source(id, origin, every, tags, own, weight);
        } catch (IllegalArgumentException e) {
            section.problem("id", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Origin origin(Section section) {
        List<String> present = KINDS.stream().filter(section::has).toList();
        Path folder = section.path("jekyll", base);
        String git = section.optional("git", text -> text);
        URI feed = section.optional("feed", Values::http);
        URI page = section.optional("page", Values::http);
        if (present.size() != 1) {
            section.problem(
                    "",
                    "a source has exactly one of jekyll, git, feed and page"
                            + (present.isEmpty() ? "" : "; this one has " + String.join(" and ", present)));
            markKeys(section);
            return null;
        }
        if (folder != null) return new Origin.Jekyll(folder);
        if (git != null) return new Origin.Git(gitUrl(git), section.text("path", ""));
        if (feed != null) return new Origin.Feed(feed, section.value("full-text", false, Values::yesNo));
        if (page != null) return page(section, page);
        markKeys(section);
        return null;
    }

    /** A path to a local repository is taken from the configuration's folder, an address as it is. */
    private String gitUrl(String text) {
        boolean address = text.contains("://") || text.matches("[^/]+@[^/]+:.*");
        return address ? text : base.resolve(text).normalize().toString();
    }

    private static Origin.Page page(Section section, URI url) {
        Origin.Page page = new Origin.Page(
                url,
                section.optional("item", text -> text),
                section.optional("link", text -> text),
                section.optional("title", text -> text),
                section.optional("date", text -> text),
                section.optional("body", text -> text));
        // Each begins with the key that it is about.
        for (String problem : PageParser.problems(page)) {
            int colon = problem.indexOf(": ");
            section.problem(problem.substring(0, colon), problem.substring(colon + 2));
        }
        return page;
    }

    /** So that keys of other kinds are not told as unknown on top of the real mistake. */
    private static void markKeys(Section section) {
        for (String key : List.of("path", "full-text", "item", "link", "title", "date", "body"))
            section.optional(key, text -> text);
    }
}
