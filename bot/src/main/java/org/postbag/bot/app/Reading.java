package org.postbag.bot.app;

import java.time.Clock;
import java.util.List;
import org.postbag.bot.config.Config;
import org.postbag.posts.collect.SourceReader;
import org.postbag.posts.collect.feed.FeedReader;
import org.postbag.posts.collect.http.WebClient;
import org.postbag.posts.collect.http.WebLimits;
import org.postbag.posts.collect.jekyll.JekyllReader;
import org.postbag.posts.collect.page.ArticleFetcher;
import org.postbag.posts.collect.page.PageReader;
import org.postbag.posts.collect.page.RobotsBook;
import org.postbag.posts.collect.probe.FeedFinder;
import org.postbag.posts.collect.probe.SourceProbe;

/** What reads sources, one reader a kind, and the web client they share; needs no database. */
public final class Reading implements AutoCloseable {
    private final WebClient web;
    private final Repositories git;
    private final ArticleFetcher articles;
    private final List<SourceReader> readers;
    private final SourceProbe probe;

    public Reading(Config config, Clock clock) {
        WebLimits limits = new WebLimits(
                config.http().allowPrivate(),
                config.http().maxBytes(),
                config.http().timeout(),
                config.http().userAgent());
        web = new WebClient(limits, clock);
        RobotsBook robots = new RobotsBook(web, clock);
        articles = new ArticleFetcher(web, robots);
        git = new Repositories(config.data().resolve("git"), limits);
        readers = List.of(
                new JekyllReader(Clock.systemUTC()),
                git,
                new FeedReader(web, articles, clock),
                new PageReader(web, robots, articles, clock));
        probe = new SourceProbe(
                web, readers, clock, config.zone(), config.http().maxBytes());
    }

    List<SourceReader> readers() {
        return readers;
    }

    public ArticleFetcher articles() {
        return articles;
    }

    public SourceProbe probe() {
        return probe;
    }

    public FeedFinder feeds() {
        return new FeedFinder(web);
    }

    @Override
    public void close() {
        git.close();
        web.close();
    }
}
