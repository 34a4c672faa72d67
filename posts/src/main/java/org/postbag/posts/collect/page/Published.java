package org.postbag.posts.collect.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Finds when an article was published: what the page's metadata says, else what its readers see, else its address. */
final class Published {
    private static final String[] NAMES = {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "article:published",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "dc.date.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "published",
        "ptime",
        "cxenseparse:recs:publishtime",
        "article.published",
        "article_date_original",
        "bytedance:published_time",
        "weibo:article:create_at",
        "citation_publication_date",
        "citation_date",
        "date",
        "displaydate",
        "created",
        "last-modified-date",
        "og:pubdate",
        "article:post_date"
    };
    private static final Evaluator MAYBE_MARKED = QueryParser.parse(
            "[itemprop*=datePublished], time, abbr[title], [class*=date], [class*=time], [class*=pub], [class*=submitted], [id*=date], [id*=time]");
    private static final Pattern MARK = Pattern.compile(
            "(?i)(?:.*[_-])?(?:date|dateline|date-?time|published|pub-?date|pub-?time|publish|publish(?:ed)?-?(?:date|time|at|on)|post-?date|entry-?date|timestamp|time|submitted)(?:[_-]?(?:line|text|published|posted))?");

    private static final Pattern IN_ADDRESS =
            Pattern.compile("/((?:19|20)\\d\\d)[/-]?([01]\\d)[/-]?([0-3]\\d)(?:/|\\D|$)");

    /** The web is no older. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private Published() {}

    static @Nullable Instant choose(
            Document page,
            MetaTags meta,
            JsonLd.Described described,
            Nearby nearby,
            @Nullable String address,
            ZoneId zone) {
        Optional<Instant> found = described.published() == null ? Optional.empty() : read(described.published(), zone);
        for (int i = 0; found.isEmpty() && i < NAMES.length; i++) {
            String said = meta.first(NAMES[i]);
            if (said != null) found = read(said, zone);
        }
        if (found.isEmpty()) found = marked(page, zone);
        if (found.isEmpty()) found = written(nearby, zone);
        if (found.isEmpty() && address != null) found = inAddress(address);
        return found.orElse(null);
    }

    private static Optional<Instant> read(String text, ZoneId zone) {
        return PageDate.find(text, zone).filter(date -> date.isAfter(EARLIEST));
    }

    private static Optional<Instant> marked(Document page, ZoneId zone) {
        int tried = 0;
        for (Element e : page.body().select(MAYBE_MARKED)) {
            if (tried > 30) break;
            if (!isMarked(e)) continue;
            tried++;
            String machine = e.hasAttr("datetime")
                    ? e.attr("datetime")
                    : e.hasAttr("content") ? e.attr("content") : e.attr("title");
            Optional<Instant> found = machine.isEmpty() ? Optional.empty() : read(machine, zone);
            if (found.isEmpty() && e.text().length() <= 120) found = read(e.text(), zone);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static boolean isMarked(Element e) {
        if (e.nameIs("time") || e.hasAttr("itemprop") || MARK.matcher(e.id()).matches()) return true;
        for (String name : e.attr("class").split("\\s+", 12))
            if (MARK.matcher(name).matches()) return true;
        return false;
    }

    private static Optional<Instant> written(Nearby nearby, ZoneId zone) {
        for (String line : nearby.lines()) {
            Optional<Instant> found = read(line, zone);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<Instant> inAddress(String address) {
        Matcher m = IN_ADDRESS.matcher(address);
        if (!m.find()) return Optional.empty();
        return PageDate.find(m.group(1) + '-' + m.group(2) + '-' + m.group(3), ZoneOffset.UTC)
                .filter(date -> date.isAfter(EARLIEST));
    }
}
