package org.postbag.posts.collect.page;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postbag.posts.text.Links;

/** What a site's robots.txt lets us read (RFC 9309). Immutable and thread safe. */
public final class Robots {
    /** RFC 9309, 2.5: a crawler must read so much and may ignore the rest. */
    private static final int MAX_BYTES = 500 << 10;

    private static final int MAX_SITEMAPS = 50;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final BaseRobotRules rules;

    private Robots(BaseRobotRules rules) {
        this.rules = rules;
    }

    /**
     * @param body what {@code /robots.txt} answered
     * @param status HTTP status after redirects: of 4xx there are no rules; of 5xx and 429 nothing may be read for now
     * @param agent the product's name in its user agent, without version
     */
    public static Robots parse(byte[] body, int status, String agent) {
        if (status >= 500 || status == 429) return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE));
        if (status < 200 || status >= 300) return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
        byte[] bounded = body.length > MAX_BYTES ? Arrays.copyOf(body, MAX_BYTES) : body;
        // A delay above the parser's own limit would forbid the site; it is capped here instead.
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, Integer.MAX_VALUE);
        return new Robots(parser.parseContent(
                "https://robots.invalid/robots.txt", bounded, "text/plain", List.of(agent.toLowerCase(Locale.ROOT))));
    }

    public boolean may(URI address) {
        return rules.isAllowed(address.toString());
    }

    /** How long the site wants us to wait between two requests, 30 seconds at the most. */
    public Optional<Duration> crawlDelay() {
        long millis = rules.getCrawlDelay();
        if (millis <= 0) return Optional.empty();
        return Optional.of(millis > LONGEST_DELAY.toMillis() ? LONGEST_DELAY : Duration.ofMillis(millis));
    }

    /** Absolute addresses of the site's sitemaps, 50 at the most. */
    public List<String> sitemaps() {
        List<String> sitemaps = new ArrayList<>();
        for (String address : rules.getSitemaps()) {
            if (sitemaps.size() == MAX_SITEMAPS) break;
            Links.clean(null, address).ifPresent(sitemaps::add);
        }
        return List.copyOf(sitemaps);
    }
}
