package org.postbag.posts.collect;

import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Source;
import org.postbag.posts.store.Arrival;
import org.postbag.posts.store.Arrival.Known;
import org.postbag.posts.text.Html;

/**
 * Where one source's entries are loaded and edited, on threads of their own: few for those that only cost work, many for
 * those that wait for another server. A strange entry is an unreadable one, never the end of the pass.
 */
final class Desk {
    private final Source source;
    private final Editor editor;
    private final ExecutorService workers;
    private final ExecutorService waiters;

    Desk(Source source, Editor editor, ExecutorService workers, ExecutorService waiters) {
        this.source = source;
        this.editor = editor;
        this.workers = workers;
        this.waiters = waiters;
    }

    /**
     * @param arrival null when the entry is the same as before
     * @param note what the operator should know of an entry that was read
     */
    record Work(Entry entry, @Nullable Known known, @Nullable Arrival arrival, @Nullable String note) {}

    /** @param archiveBefore new posts dated earlier go to the archive; null for none */
    Future<Work> submit(Entry entry, @Nullable Known known, @Nullable Instant archiveBefore) {
        return (entry.remote() || waits() ? waiters : workers).submit(() -> work(entry, known, archiveBefore));
    }

    /** Whether editing means waiting for another server, whatever the entry. */
    boolean waits() {
        return editor.waits();
    }

    private Work work(Entry entry, @Nullable Known known, @Nullable Instant archiveBefore) {
        Loaded loaded = entry.load(known == null ? null : known.hash());
        if (loaded instanceof Loaded.Read read)
            return new Work(
                    entry,
                    known,
                    new Arrival(entry.path(), entry.stamp(), read.hash(), edited(read.post(), archiveBefore)),
                    read.note());
        if (loaded instanceof Loaded.Hidden hidden)
            return new Work(
                    entry, known, new Arrival(entry.path(), entry.stamp(), hidden.hash(), new Arrival.Hidden()), null);
        if (loaded instanceof Loaded.Unreadable bad)
            return new Work(
                    entry,
                    known,
                    new Arrival(
                            entry.path(),
                            bad.hash().isEmpty() ? "" : entry.stamp(),
                            bad.hash(),
                            new Arrival.Unreadable(bad.problem())),
                    null);
        return new Work(entry, known, null, null);
    }

    private Arrival.Outcome edited(RawPost post, @Nullable Instant archiveBefore) {
        try {
            return editor.edit(source, post, archiveBefore);
        } catch (Html.TooMuchMarkup e) {
            return new Arrival.Unreadable(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            // One strange post must not end the pass; its text is in no message.
            return new Arrival.Unreadable("its body cannot be cleaned ("
                    + e.getClass().getSimpleName() + "); simplify its markup, or report the file");
        }
    }
}
