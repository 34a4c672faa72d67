package org.postbag.bot.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.postbag.bot.app.Reading;
import org.postbag.posts.Source;
import org.postbag.posts.collect.probe.Probed;

/** Reads one source as a pass would, and keeps nothing. */
final class SourceCheck implements Check {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Reading reading;
    private final Source source;
    private final Duration timeout;

    /** @param timeout of the web, after which reading gives up by itself */
    SourceCheck(Reading reading, Source source, Duration timeout) {
        this.reading = reading;
        this.source = source;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "source " + source.id();
    }

    @Override
    public Duration limit() {
        return timeout.plus(GRACE);
    }

    @Override
    public void run(Notes notes) {
        notes.trying("reading it; a repository's first copy takes long");
        Probed probed = reading.probe().probe(source.id(), List.of(source));
        String kind = Objects.toString(probed.kind(), source.origin().kind());
        if (probed.entries() == null)
            notes.fail(
                    kind + " cannot be read: " + probed.error(),
                    "correct the source, or remove it; 'postbag source test " + source.id() + "' tries it alone");
        else if (probed.entries().isEmpty())
            notes.warn(
                    kind + ", without entries",
                    "see whether the source is empty, or its path or selectors do not fit any more");
        else notes.ok(kind + ", " + probed.entries().size() + (probed.entries().size() == 1 ? " entry" : " entries"));
    }
}
