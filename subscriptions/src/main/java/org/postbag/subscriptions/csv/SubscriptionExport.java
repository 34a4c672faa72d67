package org.postbag.subscriptions.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;
import org.postbag.subscriptions.Subscriptions;

/**
 * Writes subscriptions as the CSV file that {@link SubscriptionImport} reads: UTF-8, in the order of their addresses, a
 * page at a time, so that one that is added meanwhile may be in it or not, and none is in it twice.
 */
public final class SubscriptionExport {

    private static final int PAGE = 1000;

    private SubscriptionExport() {}

    /**
     * @param out is flushed and left open
     * @param which its offset and limit do not count
     * @return how many there were
     * @throws UncheckedIOException when it cannot be written
     */
    public static long write(OutputStream out, Subscriptions subscriptions, SubscriptionQuery which) {
        long written = 0;
        try {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(Column.words());
            SubscriptionQuery next = which.withPage(0, PAGE);
            List<Subscription> page = subscriptions.list(next);
            while (!page.isEmpty()) {
                for (Subscription s : page) csv.writeRecord(LineCells.of(s));
                written += page.size();
                page = page.size() < PAGE
                        ? List.of()
                        : subscriptions.list(next.withAfter(page.get(PAGE - 1).address()));
            }
            csv.flush();
            out.flush();
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("the list cannot be written: " + e.getMessage(), e);
        }
    }
}
