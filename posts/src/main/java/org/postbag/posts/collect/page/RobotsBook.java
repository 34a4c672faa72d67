package org.postbag.posts.collect.page;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.http.Answer;
import org.postbag.posts.collect.http.Validators;
import org.postbag.posts.collect.http.WebClient;

/**
 * What the robots.txt of each site allows (RFC 9309), asked for once a day. A site without one allows everything; one
 * whose server fails allows nothing for an hour. {@link Robots} understands the file. Thread safe.
 */
public final class RobotsBook {
    private static final int MOST_SITES = 1000;
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration FRESH_FAILURE = Duration.ofHours(1);
    private static final String AGENT = "postbag";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int NOT_FOUND = 404;

    private final WebClient web;
    private final Clock clock;
    private final Map<String, Site> sites = new LinkedHashMap<>();

    public RobotsBook(WebClient web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    private record Site(Robots rules, @Nullable String trouble, Instant until) {}

    /**
     * Whether a page may be read.
     *
     * @param gap least time between two requests to its host
     * @param reason why not; empty when it may
     * @param temporary whether that may change by itself
     */
    public record Leave(boolean granted, Duration gap, String reason, boolean temporary) {}

    public Leave leave(URI page) {
        Site site = site(page);
        if (site.trouble() != null) return new Leave(false, Duration.ZERO, site.trouble(), true);
        if (!site.rules().may(page))
            return new Leave(false, Duration.ZERO, "the site's robots.txt asks programs not to read it", false);
        return new Leave(true, site.rules().crawlDelay().orElse(Duration.ZERO), "", false);
    }

    private Site site(URI page) {
        String origin = page.getScheme() + "://" + page.getRawAuthority();
        Instant now = clock.instant();
        synchronized (sites) {
            Site known = sites.get(origin);
            if (known != null && known.until().isAfter(now)) return known;
        }
        // Two threads may both ask; the answers are the same.
        Site fresh = ask(origin, now);
        synchronized (sites) {
            sites.remove(origin);
            if (sites.size() >= MOST_SITES)
                sites.remove(sites.keySet().iterator().next());
            sites.put(origin, fresh);
        }
        return fresh;
    }

    private Site ask(String origin, Instant now) {
        URI address;
        try {
            address = URI.create(origin + "/robots.txt");
        } catch (IllegalArgumentException e) {
            return new Site(Robots.parse(new byte[0], UNAVAILABLE, AGENT), "the link is no address", now.plus(FRESH));
        }
        Answer answer = web.get(address, Validators.none(), "text/plain, */*;q=0.5");
        if (answer instanceof Answer.Found found)
            return new Site(Robots.parse(found.body(), OK, AGENT), null, now.plus(FRESH));
        if (answer instanceof Answer.Failed failed && failed.temporary())
            return new Site(
                    Robots.parse(new byte[0], UNAVAILABLE, AGENT),
                    "the site's robots.txt cannot be read (" + failed.reason() + "), so nothing of it is",
                    now.plus(FRESH_FAILURE));
        if (answer instanceof Answer.Later later)
            return new Site(
                    Robots.parse(new byte[0], UNAVAILABLE, AGENT),
                    "the site asks to be left alone (" + later.reason() + ")",
                    later.until());
        return new Site(Robots.parse(new byte[0], NOT_FOUND, AGENT), null, now.plus(FRESH));
    }
}
