package org.postbag.digest.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads Telegram's HTML as strictly as the Bot API does, written without a look at {@link Measure}: unknown tags, crossed
 * tags, unknown references and forbidden nesting are errors.
 */
final class StrictHtml {

    private static final Set<String> TAGS = Set.of("b", "i", "u", "s", "a", "code", "pre", "blockquote");
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    private final StringBuilder text = new StringBuilder();
    private final List<String> entities = new ArrayList<>();
    private final List<String> links = new ArrayList<>();

    static StrictHtml parse(String html) {
        StrictHtml parsed = new StrictHtml();
        parsed.read(html);
        return parsed;
    }

    String text() {
        return text.toString();
    }

    int entities() {
        return entities.size();
    }

    List<String> names() {
        return entities;
    }

    List<String> links() {
        return links;
    }

    private void read(String html) {
        Deque<String> open = new ArrayDeque<>();
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                int end = html.indexOf('>', at);
                if (end < 0) throw new AssertionError("unclosed tag at " + at + ": " + html.substring(at));
                tag(html.substring(at + 1, end), open);
                at = end + 1;
            } else if (c == '&') {
                int end = html.indexOf(';', at);
                if (end < 0) throw new AssertionError("bare & at " + at);
                text.append(decode(html.substring(at + 1, end)));
                at = end + 1;
            } else {
                if (c == '>') throw new AssertionError("bare > at " + at);
                text.append(c);
                at++;
            }
        }
        if (!open.isEmpty()) throw new AssertionError("never closed: " + open);
    }

    private void tag(String inside, Deque<String> open) {
        if (inside.startsWith("/")) {
            String name = inside.substring(1);
            if (open.isEmpty() || !open.pop().equals(name))
                throw new AssertionError("crossed or stray </" + name + ">");
            return;
        }
        String name = inside.split(" ", 2)[0];
        if (!TAGS.contains(name)) throw new AssertionError("Telegram knows no <" + inside + ">");
        if (open.contains("code") || open.contains("pre")) throw new AssertionError("<" + name + "> inside code");
        if (name.equals("blockquote") && !open.isEmpty()) throw new AssertionError("<blockquote> inside " + open);
        if (name.equals("a")) {
            if (!inside.matches("a href=\"https?://[^\"<>]+\"")) throw new AssertionError("odd link <" + inside + ">");
            if (open.contains("a")) throw new AssertionError("link inside link");
            links.add(decodeAll(inside.substring(8, inside.length() - 1)));
        }
        open.push(name);
        entities.add(name);
    }

    private static String decodeAll(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String decode(String reference) {
        String named = NAMED.get(reference);
        if (named != null) return named;
        if (reference.matches("#\\d{1,7}")) return Character.toString(Integer.parseInt(reference.substring(1)));
        throw new AssertionError("Telegram knows no &" + reference + ";");
    }
}
