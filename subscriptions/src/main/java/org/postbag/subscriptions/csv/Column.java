package org.postbag.subscriptions.csv;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postbag.subscriptions.Shown;

/** The columns of a list, in the order in which they are written; files may have them in any. */
enum Column {
    ADDRESS,
    STATUS,
    TAGS,
    MUTE,
    LANG,
    ZONE,
    AT,
    DAYS,
    LENGTH,
    CREATED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Column::word).toList();
    }

    /**
     * Which cell of a line belongs to which column.
     *
     * @throws UnusableCsv for a column that is unknown, there twice, or for want of {@code address}
     */
    static Map<Column, Integer> places(List<String> header) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int place = 0; place < header.size(); place++) {
            String name = header.get(place).strip().toLowerCase(Locale.ROOT);
            Column column = of(name).orElseThrow(() -> new UnusableCsv("the first line names an unknown column '"
                    + Shown.of(name) + "'; the columns are " + String.join(",", words()) + ", in any order"));
            if (places.put(column, place) != null)
                throw new UnusableCsv("the first line names the column '" + name + "' twice");
        }
        if (!places.containsKey(ADDRESS)) throw new UnusableCsv("the first line names no column 'address'");
        return places;
    }

    private static Optional<Column> of(String name) {
        return Arrays.stream(values()).filter(c -> c.word().equals(name)).findFirst();
    }
}
