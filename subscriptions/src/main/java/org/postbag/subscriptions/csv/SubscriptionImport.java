package org.postbag.subscriptions.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Shown;
import org.postbag.subscriptions.SubscriptionLine;
import org.postbag.subscriptions.Subscriptions;

/**
 * Takes subscriptions over from a CSV file (RFC 4180), line by line: one that cannot be used is rejected and the others
 * count. The first line names the columns: {@code address} and any of {@code status, tags, mute, lang, zone, at, days,
 * length, created}; what is not named stays as it is, or is the default of a new subscription. Of an address that is
 * named more than once the first line counts. Importing the same file again changes nothing.
 *
 * <p>Cells are separated by commas, semicolons or tabs, as the first line has it. The file may be in UTF-8, UTF-16 or
 * GB18030 and of any length; it is read as a stream.
 */
public final class SubscriptionImport {

    /** Lines of one transaction. */
    private static final int TOGETHER = 500;

    private static final int MOST_REJECTED = 10_000;

    private final Subscriptions subscriptions;
    private final boolean confirmed;
    private final boolean keep;

    private SubscriptionImport(Subscriptions subscriptions, boolean confirmed, boolean keep) {
        this.subscriptions = subscriptions;
        this.confirmed = confirmed;
        this.keep = keep;
    }

    /** @param confirmed inboxes whose line says no status need not confirm, as with {@code subscriber add --confirmed} */
    public static SubscriptionImport into(Subscriptions subscriptions, boolean confirmed) {
        return new SubscriptionImport(subscriptions, confirmed, true);
    }

    /** The same report, and nothing is changed. */
    public SubscriptionImport dryRun() {
        return new SubscriptionImport(subscriptions, confirmed, false);
    }

    /**
     * @param in is read to its end and left open
     * @param progress told now and then how many lines are done
     * @throws UnusableCsv when the first line is not what it should be
     * @throws UncheckedIOException when the file cannot be read
     */
    public ImportReport read(InputStream in, LongConsumer progress) {
        try {
            CsvRows rows = new CsvRows(in);
            CsvRows.Row header = rows.header();
            if (header == null) throw new UnusableCsv("the file is empty; its first line names the columns");
            if (header.problem() != null) throw new UnusableCsv("the first line: " + header.problem());
            Pass pass = new Pass(Column.places(header.cells()), progress);
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) pass.take(row);
            return pass.report();
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    /** One file on its way. */
    private final class Pass {
        final Map<Column, Integer> places;
        final LongConsumer progress;
        final SeenAddresses seen = new SeenAddresses();
        final List<SubscriptionLine> waiting = new ArrayList<>();
        final List<ImportReport.Rejected> rejected = new ArrayList<>();
        long lines = 0;
        long added = 0;
        long updated = 0;
        long unchanged = 0;
        long refused = 0;

        Pass(Map<Column, Integer> places, LongConsumer progress) {
            this.places = places;
            this.progress = progress;
        }

        void take(CsvRows.Row row) {
            lines++;
            if (row.problem() != null) {
                reject(row, "", row.problem());
                return;
            }
            LineCells cells = new LineCells(places, row.cells());
            try {
                SubscriptionLine line = cells.line();
                if (seen.add(line.address())) waiting.add(line);
                else unchanged++;
            } catch (IllegalArgumentException e) {
                reject(row, Shown.of(cells.address()), String.valueOf(e.getMessage()));
            }
            if (waiting.size() == TOGETHER) store();
        }

        private void reject(CsvRows.Row row, String address, String problem) {
            refused++;
            if (rejected.size() < MOST_REJECTED) rejected.add(new ImportReport.Rejected(row.line(), address, problem));
        }

        private void store() {
            for (Kind kind : subscriptions.takeOver(waiting, confirmed, keep))
                switch (kind) {
                    case CREATED -> added++;
                    case CHANGED -> updated++;
                    case UNCHANGED -> unchanged++;
                }
            waiting.clear();
            progress.accept(lines);
        }

        ImportReport report() {
            if (!waiting.isEmpty()) store();
            return new ImportReport(lines, added, updated, unchanged, refused, List.copyOf(rejected));
        }
    }
}
