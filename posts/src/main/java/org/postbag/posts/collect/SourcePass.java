package org.postbag.posts.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.store.PostIntake;
import org.postbag.posts.store.PostIntake.Memory;
import org.postbag.posts.store.SourceStates;

/**
 * One pass over one source, top to bottom: what is known of it, what its reader finds, and how the pass ended. {@link
 * EntryPass} reads and stores the entries.
 */
final class SourcePass {
    private static final String STOPPED = "the pass was broken off; the next one goes on";

    private final Source source;
    private final String recipe;
    private final Instant now;
    private final PostIntake intake;
    private final SourceStates states;
    private final EntryPass entries;
    private final long startedNanos = System.nanoTime();

    SourcePass(Source source, String recipe, Instant now, PostIntake intake, SourceStates states, EntryPass entries) {
        this.source = source;
        this.recipe = recipe;
        this.now = now;
        this.intake = intake;
        this.states = states;
        this.entries = entries;
    }

    SourceReport run(Optional<SourceReader> reader) {
        String id = source.id();
        try {
            if (reader.isEmpty())
                return failed(
                        "no reader for a source of kind '" + source.origin().kind() + "'");
            Memory memory = intake.recall(id, recipe);
            Fetched fetched = reader.get().read(source, memory.cursor());
            // Whoever stops the program has not broken the source.
            if (Thread.currentThread().isInterrupted()) return report(STOPPED);
            if (fetched instanceof Fetched.Listing listing) {
                entries.read(listing, memory);
                // A pass that was cut short sees the same listing again, and takes what it has not taken.
                if (entries.left() > 0) succeeded(memory.cursor(), Duration.ZERO, false);
                else succeeded(listing.cursor(), listing.pause(), true);
                return report(null);
            }
            if (fetched instanceof Fetched.NotModified same) {
                entries.unchanged(memory);
                succeeded(same.cursor(), same.pause(), true);
                return report(null);
            }
            if (fetched instanceof Fetched.Later later) {
                states.later(id, later.reason(), now, later.until());
                return report(later.reason());
            }
            if (fetched instanceof Fetched.Ended ended) {
                states.ended(id, ended.reason(), now);
                return report(ended.reason());
            }
            return failed(((Fetched.Unavailable) fetched).reason());
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) return report(STOPPED);
            String what = e.getMessage() == null ? e.toString() : e.getMessage();
            return failed("reading it failed: " + what + "; what was stored stays, the next pass goes on");
        }
    }

    private void succeeded(@Nullable String cursor, Duration pause, boolean whole) {
        states.succeeded(source.id(), recipe, cursor, now, new SourceStates.Rest(pause, whole), entries.note());
    }

    private SourceReport failed(String reason) {
        states.failed(source.id(), reason, now, source.every());
        return report(reason);
    }

    private SourceReport report(@Nullable String failure) {
        return entries.report((System.nanoTime() - startedNanos) / 1_000_000, failure);
    }
}
