package org.postbag.bot.email.bounce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fields in the form of mail headers: of a delivery status, of a feedback report, or of the mail that came back. Lines
 * that are no fields are passed over, since reports are cut and wrapped on their way.
 */
final class Fields {
    static final Fields NONE = new Fields(Map.of());
    private static final int MOST_BLOCKS = 100;
    private static final int MOST_LINES = 2_000;
    private static final int MOST_VALUE = 4_000;

    private final Map<String, List<String>> values;

    private Fields(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The groups of fields in a text, which empty lines part; at most 100, of the first 2,000 lines. */
    static List<Fields> blocks(String text) {
        List<Fields> blocks = new ArrayList<>();
        Map<String, List<String>> block = new HashMap<>();
        String name = "";
        for (String line : (Iterable<String>) text.lines().limit(MOST_LINES)::iterator) {
            if (line.isBlank()) {
                if (!block.isEmpty()) blocks.add(new Fields(block));
                if (blocks.size() >= MOST_BLOCKS) return blocks;
                block = new HashMap<>();
                name = "";
            } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                List<String> known = block.getOrDefault(name, List.of());
                if (!known.isEmpty())
                    known.set(known.size() - 1, bounded(known.get(known.size() - 1) + " " + line.strip()));
            } else {
                name = nameOf(line);
                if (!name.isEmpty())
                    block.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(bounded(line.substring(name.length() + 1).strip()));
            }
        }
        if (!block.isEmpty()) blocks.add(new Fields(block));
        return blocks;
    }

    /** The first group of fields in a text. */
    static Fields first(String text) {
        List<Fields> blocks = blocks(text);
        return blocks.isEmpty() ? NONE : blocks.get(0);
    }

    /** The first value of a field, its lines joined; empty when there is no such field. */
    String value(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> all(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** All values, a line each, for looking through. */
    String everything() {
        StringBuilder text = new StringBuilder();
        for (List<String> all : values.values())
            for (String value : all) text.append(value).append('\n');
        return text.toString();
    }

    private static String nameOf(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon > 76) return "";
        for (int i = 0; i < colon; i++) {
            char c = line.charAt(i);
            if (c <= ' ' || c >= 127) return "";
        }
        return line.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private static String bounded(String value) {
        return value.length() > MOST_VALUE ? value.substring(0, MOST_VALUE) : value;
    }
}
