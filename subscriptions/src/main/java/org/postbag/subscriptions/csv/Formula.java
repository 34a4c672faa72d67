package org.postbag.subscriptions.csv;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell: one that begins with {@code = + - @}, a tab or a carriage return is written
 * behind an apostrophe (OWASP, CSV injection), as is one that begins with such apostrophes already, so that each cell is
 * read back as it was.
 */
final class Formula {

    private static final Pattern RUNS = Pattern.compile("'*+[=+\\-@\\t\\r]");

    private Formula() {}

    static String guarded(String cell) {
        return RUNS.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    static String plain(String cell) {
        return cell.startsWith("'") && RUNS.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
