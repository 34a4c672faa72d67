package org.postbag.subscriptions.csv;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes a file apart into its lines, whichever way they end (CRLF, LF or CR), without holding more than one of them. */
final class CsvLines {

    /** Longest line, in characters; of UTF-8 and GB18030, in bytes. */
    static final int LONGEST = 64 * 1024;

    private final CsvEncoding encoding;
    private final char[] buffer = new char[8192];
    private int at = 0;
    private int end = 0;
    private long number = 0;
    private boolean afterReturn = false;

    CsvLines(InputStream in) throws IOException {
        encoding = new CsvEncoding(in);
    }

    /**
     * @param number from 1
     * @param problem why there is no text; else null
     */
    record Line(long number, String text, @Nullable String problem) {}

    /** Null at the end of the file. */
    @Nullable
    Line next() throws IOException {
        StringBuilder read = new StringBuilder();
        boolean any = false;
        boolean tooLong = false;
        while (more()) {
            char c = buffer[at++];
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            any = true;
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r') break;
            if (read.length() < LONGEST) read.append(c);
            else tooLong = true;
        }
        if (!any) return null;
        number++;
        if (tooLong) return new Line(number, "", "the line is longer than " + LONGEST / 1024 + " KB");
        String text = encoding.decode(read.toString());
        return text == null
                ? new Line(number, "", "the line is not in " + encoding.expected() + "; save the file as UTF-8")
                : new Line(number, text, null);
    }

    private boolean more() throws IOException {
        if (at < end) return true;
        at = 0;
        end = Math.max(0, encoding.reader.read(buffer));
        return end > 0;
    }
}
