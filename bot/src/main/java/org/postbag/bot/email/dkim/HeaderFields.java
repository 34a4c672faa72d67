package org.postbag.bot.email.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The header fields of a message in "relaxed" form (RFC 6376, 3.4.2), found by name from the last to the first (5.4.2). */
final class HeaderFields {
    private static final Pattern FOLD_OR_SPACE = Pattern.compile("[ \\t\\r\\n]+");

    private final Map<String, Deque<String>> byName = new HashMap<>();
    private final int bodyStart;

    HeaderFields(byte[] message) {
        int end = end(message);
        bodyStart = Math.min(message.length, end + 2);
        String all = new String(message, 0, end, StandardCharsets.ISO_8859_1);
        int start = 0;
        while (start < all.length()) {
            int next = nextField(all, start);
            add(all.substring(start, next));
            start = next;
        }
    }

    /** Where the empty line begins that ends the header. */
    private static int end(byte[] message) {
        if (message.length > 1 && message[0] == '\r' && message[1] == '\n') return 0;
        for (int i = 3; i < message.length; i++)
            if (message[i] == '\n' && message[i - 1] == '\r' && message[i - 2] == '\n') return i - 1;
        return message.length;
    }

    private static int nextField(String all, int start) {
        int end = start;
        do {
            int line = all.indexOf('\n', end);
            end = line < 0 ? all.length() : line + 1;
        } while (end < all.length() && (all.charAt(end) == ' ' || all.charAt(end) == '\t'));
        return end;
    }

    private void add(String field) {
        int colon = field.indexOf(':');
        if (colon < 1) return;
        String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        byName.computeIfAbsent(name, key -> new ArrayDeque<>()).addFirst(relaxed(name, field.substring(colon + 1)));
    }

    /** Without its line end. */
    static String relaxed(String lowerCaseName, String value) {
        String spaced = FOLD_OR_SPACE.matcher(value).replaceAll(" ");
        int from = spaced.startsWith(" ") ? 1 : 0;
        int to = spaced.endsWith(" ") ? Math.max(from, spaced.length() - 1) : spaced.length();
        return lowerCaseName + ":" + spaced.substring(from, to);
    }

    /** The fields of this name in relaxed form, the last first. */
    Iterable<String> named(String lowerCaseName) {
        return byName.getOrDefault(lowerCaseName, new ArrayDeque<>());
    }

    int bodyStart() {
        return bodyStart;
    }
}
