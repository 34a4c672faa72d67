package org.postbag.posts.collect.feed;

import java.util.Locale;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;

/** Tells HTML from plain text where a format does not say which it is, as RSS does not. */
final class Markup {
    private static final int MAX_ENTITY = 32;

    private Markup() {}

    /** There is a tag of HTML, or an entity: a body of RSS is HTML then. */
    static boolean has(String text) {
        return hasEntity(text) || tags(text).known > 0;
    }

    /**
     * It is meant as HTML, not as a title that speaks of tags: a known one is closed or stands alone, none is unknown. "a
     * < b", "the <blink> tag" and "List<String>" are text.
     */
    static boolean isClear(String text) {
        Tags tags = tags(text);
        return tags.unknown == 0 && (tags.closed > 0 || (hasEntity(text) && !tags.lone()));
    }

    static boolean hasEntity(String text) {
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            int end = at + 1;
            int stop = Math.min(text.length(), at + MAX_ENTITY);
            while (end < stop && (isName(text.charAt(end)) || text.charAt(end) == '#')) end++;
            if (end < stop && end > at + 1 && text.charAt(end) == ';' && isEntity(text.substring(at + 1, end)))
                return true;
        }
        return false;
    }

    private static boolean isEntity(String name) {
        if (name.startsWith("#x") || name.startsWith("#X"))
            return name.length() > 2 && name.substring(2).chars().allMatch(c -> Character.digit(c, 16) >= 0);
        if (name.startsWith("#"))
            return name.length() > 1 && name.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
        return name.equals("apos") || Entities.isNamedEntity(name);
    }

    private record Tags(int known, int closed, int unknown) {
        boolean lone() {
            return known > 0 && closed == 0;
        }
    }

    private static Tags tags(String text) {
        int known = 0;
        int closed = 0;
        int unknown = 0;
        int lastEnd = text.lastIndexOf('>');
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (text.startsWith("<!--", at)) {
                closed++;
                known++;
                continue;
            }
            boolean closing = at + 1 < text.length() && text.charAt(at + 1) == '/';
            int start = closing ? at + 2 : at + 1;
            int end = start;
            while (end < text.length() && end < start + 20 && isName(text.charAt(end))) end++;
            if (end == start) continue;
            String name = text.substring(start, end).toLowerCase(Locale.ROOT);
            if (end > lastEnd) break;
            char next = text.charAt(end);
            boolean tag = Tag.isKnownTag(name) && (next == '>' || next == '/' || next <= ' ');
            if (!tag) unknown++;
            else {
                known++;
                if (closing || isVoid(name)) closed++;
            }
        }
        return new Tags(known, closed, unknown);
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    static boolean isVoid(String name) {
        return switch (name) {
            case "br", "img", "hr", "wbr", "input", "area", "base", "col", "embed", "link", "meta", "source", "track" ->
                true;
            default -> false;
        };
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
