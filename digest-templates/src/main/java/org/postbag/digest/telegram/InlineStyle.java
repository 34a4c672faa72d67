package org.postbag.digest.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Markup;

/**
 * Which tags surround the text at hand, brought into an order Telegram takes: a quote outside, then a link, then bold,
 * italic, underline and strike; code and preformatted text hold nothing else, and quotes do not nest (Bot API, "Formatting
 * options").
 */
final class InlineStyle {

    private enum Kind {
        QUOTE,
        PRE,
        CODE,
        BOLD,
        ITALIC,
        UNDERLINE,
        STRIKE,
        RAISED,
        LOWERED
    }

    private static final String LEVEL = "0123456789+-−=()";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";

    private final Map<Kind, Integer> depth = new EnumMap<>(Kind.class);
    private final Deque<String> links = new ArrayDeque<>();
    private int quotes;

    private static @Nullable Kind kind(String name) {
        return switch (name) {
            case "blockquote" -> Kind.QUOTE;
            case "pre" -> Kind.PRE;
            case "code", "kbd", "samp", "tt" -> Kind.CODE;
            case "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt" -> Kind.BOLD;
            case "i", "em", "cite", "dfn", "figcaption" -> Kind.ITALIC;
            case "u", "ins" -> Kind.UNDERLINE;
            case "s", "del", "strike" -> Kind.STRIKE;
            case "sup" -> Kind.RAISED;
            case "sub" -> Kind.LOWERED;
            default -> null;
        };
    }

    void enter(Element element) {
        Kind kind = kind(element.normalName());
        if (kind == Kind.QUOTE && !in(Kind.QUOTE)) quotes++;
        if (kind != null) depth.merge(kind, 1, Integer::sum);
        if (element.normalName().equals("a")) {
            String link = Markup.webLink(element.attr("href"));
            links.push(link == null ? "" : link);
        }
    }

    void leave(Element element) {
        Kind kind = kind(element.normalName());
        if (kind != null) depth.merge(kind, -1, Integer::sum);
        if (element.normalName().equals("a")) links.pop();
    }

    boolean preformatted() {
        return in(Kind.PRE);
    }

    /** Telegram cannot raise or lower text, but 10<sup>9</sup> is not 109: numbers have characters of their own for it. */
    String shifted(String text) {
        if (in(Kind.RAISED)) return replaced(text, RAISED);
        return in(Kind.LOWERED) ? replaced(text, LOWERED) : text;
    }

    private static String replaced(String text, String to) {
        StringBuilder replaced = new StringBuilder(text);
        for (int i = 0; i < replaced.length(); i++) {
            int at = LEVEL.indexOf(replaced.charAt(i));
            if (at >= 0) replaced.setCharAt(i, to.charAt(at));
        }
        return replaced.toString();
    }

    List<Run.Tag> tags() {
        return tagsWithLink(links.isEmpty() ? "" : links.element());
    }

    /** @param link empty for none */
    List<Run.Tag> tagsWithLink(String link) {
        List<Run.Tag> tags = new ArrayList<>();
        if (in(Kind.QUOTE)) tags.add(new Run.Tag("blockquote", "<blockquote>", quotes));
        if (in(Kind.PRE)) {
            tags.add(Run.Tag.of("pre"));
            return tags;
        }
        if (!link.isEmpty()) {
            tags.add(new Run.Tag("a", "<a href=\"" + Markup.escape(link) + "\">", 0));
        } else if (in(Kind.CODE)) {
            tags.add(Run.Tag.of("code"));
            return tags;
        }
        if (in(Kind.BOLD)) tags.add(Run.Tag.of("b"));
        if (in(Kind.ITALIC)) tags.add(Run.Tag.of("i"));
        if (in(Kind.UNDERLINE)) tags.add(Run.Tag.of("u"));
        if (in(Kind.STRIKE)) tags.add(Run.Tag.of("s"));
        return tags;
    }

    private boolean in(Kind kind) {
        return depth.getOrDefault(kind, 0) > 0;
    }
}
