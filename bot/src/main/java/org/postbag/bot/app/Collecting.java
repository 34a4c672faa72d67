package org.postbag.bot.app;

import java.time.Clock;
import org.postbag.bot.config.Config;
import org.postbag.posts.collect.Collector;
import org.postbag.posts.collect.Tagger;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.SourceStore;
import org.postbag.posts.summary.Summarizer;
import org.postbag.posts.summary.llm.LlmLedger;
import org.postbag.posts.summary.llm.LlmSummarizer;

/** What brings posts in, put together: sources, what reads them, and what tags and summarises what was read. */
final class Collecting implements AutoCloseable {
    final Reading reading;
    final AddedSources sources;
    final Tagger tagger;
    final LlmLedger llmLedger;
    final Collector collector;
    private final Summarizer summarizer;

    Collecting(Config config, Database db, Clock clock) {
        reading = new Reading(config, clock);
        sources = new AddedSources(config.sources(), new SourceStore(db), clock);
        tagger = new Tagger(
                config.tags().aliases(), config.tags().rules(), config.tags().propose());
        llmLedger = new LlmLedger(db);
        summarizer = Configured.summarizer(config, llmLedger, clock);
        collector = new Collector(db, reading.readers(), tagger, summarizer, clock);
    }

    @Override
    public void close() {
        collector.close();
        if (summarizer instanceof LlmSummarizer llm) llm.close();
        reading.close();
    }
}
