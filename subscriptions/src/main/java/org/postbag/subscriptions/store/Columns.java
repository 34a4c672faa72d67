package org.postbag.subscriptions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How values stand in columns: instants as milliseconds, enums as their words, a list of words one a line. */
final class Columns {

    private static final int PROBLEM_MAX = 1000;

    private Columns() {}

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static <E extends Enum<E>> E word(Class<E> family, String word) {
        return Enum.valueOf(family, word.toUpperCase(Locale.ROOT));
    }

    /** {@code Change} lets no word in that holds a line break. */
    static String words(Collection<String> words) {
        return String.join("\n", words);
    }

    static Set<String> words(String column) {
        Set<String> words = new LinkedHashSet<>();
        column.lines().forEach(words::add);
        return words;
    }

    /** What went wrong, for the operator; the first {@value #PROBLEM_MAX} code points of it. */
    static String problem(String problem) {
        return problem.codePointCount(0, problem.length()) <= PROBLEM_MAX
                ? problem
                : problem.substring(0, problem.offsetByCodePoints(0, PROBLEM_MAX));
    }
}
