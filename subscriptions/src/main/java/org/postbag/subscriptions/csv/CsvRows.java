package org.postbag.subscriptions.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts lines together to rows, for quotes may reach over several, and has each row taken apart into cells. A quote that
 * is never closed costs the line it is on, not the rest of the file.
 */
final class CsvRows {

    private final CsvLines lines;
    private final Deque<CsvLines.Line> ahead = new ArrayDeque<>();
    private CsvReaderBuilder parser = CsvReader.builder();
    private char separator = ',';

    CsvRows(InputStream in) throws IOException {
        lines = new CsvLines(in);
    }

    /**
     * @param line where it begins
     * @param problem why there are no cells; else null
     */
    record Row(long line, List<String> cells, @Nullable String problem) {}

    /** The first row, which also tells what separates cells: comma, semicolon or tab. Null when the file is empty. */
    @Nullable
    Row header() throws IOException {
        CsvLines.Line first = line();
        while (first != null && first.problem() == null && first.text().isBlank()) first = line();
        if (first == null) return null;
        ahead.addFirst(first);
        String text = first.text();
        for (char candidate : new char[] {';', '\t'})
            if (count(text, candidate) > count(text, separator)) separator = candidate;
        parser = CsvReader.builder().fieldSeparator(separator);
        return next();
    }

    private static long count(String text, char sought) {
        return text.chars().filter(c -> c == sought).count();
    }

    /** Null at the end of the file; lines without a character are left out. */
    @Nullable
    Row next() throws IOException {
        CsvLines.Line line = line();
        while (line != null && line.problem() == null && line.text().isBlank()) line = line();
        if (line == null) return null;
        if (line.problem() != null) return new Row(line.number(), List.of(), line.problem());
        String text = whole(line);
        if (text == null) return new Row(line.number(), List.of(), "a quote is opened and not closed within 64 KB");
        try {
            return new Row(line.number(), parser.ofSingleCsvRecord(text).getFields(), null);
        } catch (CsvParseException e) {
            return new Row(
                    line.number(), List.of(), "the quotes are wrong: quote the whole cell, and double quotes in it");
        }
    }

    /** The line and those that a quote holds to it; null, and only the line is used up, when it is never closed. */
    private @Nullable String whole(CsvLines.Line first) throws IOException {
        boolean open = endsInQuotes(first.text(), false);
        if (!open) return first.text();
        StringBuilder text = new StringBuilder(first.text());
        List<CsvLines.Line> taken = new ArrayList<>();
        while (open) {
            CsvLines.Line more = line();
            if (more != null) taken.add(more);
            if (more == null
                    || more.problem() != null
                    || text.length() + more.text().length() >= CsvLines.LONGEST) {
                for (int i = taken.size() - 1; i >= 0; i--) ahead.addFirst(taken.get(i));
                return null;
            }
            text.append('\n').append(more.text());
            open = endsInQuotes(more.text(), true);
        }
        return text.toString();
    }

    /** RFC 4180: a quote opens a cell only at its beginning, and two of them inside are one. */
    private boolean endsInQuotes(String text, boolean inside) {
        boolean quoted = inside;
        boolean begins = !inside;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') continue;
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') i++;
                else quoted = false;
            } else if (begins && c == '"') quoted = true;
            begins = !quoted && c == separator;
        }
        return quoted;
    }

    private CsvLines.@Nullable Line line() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }
}
