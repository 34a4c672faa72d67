package org.postbag.posts.collect.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * One of a page source's selectors: CSS, and behind {@code @} the attribute to take instead of the text. Without CSS,
 * as in {@code @href}, it is about the item itself.
 */
final class ItemSelector {
    private final @Nullable Evaluator css;
    private final @Nullable String attribute;

    private ItemSelector(@Nullable Evaluator css, @Nullable String attribute) {
        this.css = css;
        this.attribute = attribute;
    }

    /**
     * Null when there is no such key, or when it cannot be read.
     *
     * @param problems takes what is wrong with it
     */
    static @Nullable ItemSelector read(String key, @Nullable String selector, List<String> problems) {
        if (selector == null || selector.isBlank()) return null;
        String s = selector.strip();
        int at = s.lastIndexOf('@');
        boolean attributed = at >= 0 && s.indexOf(']', at) < 0 && s.indexOf('"', at) < 0;
        String css = attributed ? s.substring(0, at).strip() : s;
        String attribute = attributed ? s.substring(at + 1).strip() : null;
        if (attribute != null && !attribute.matches("[A-Za-z_:][\\w:.-]*")) {
            problems.add(key + ": \"" + selector + "\" has no attribute's name behind @; write it as in \"a@href\"");
            return null;
        }
        try {
            return new ItemSelector(css.isEmpty() ? null : QueryParser.parse(css), attribute);
        } catch (SelectorParseException | IllegalArgumentException e) {
            problems.add(key + ": \"" + css + "\" is no CSS selector (" + e.getMessage() + ")");
            return null;
        }
    }

    List<Element> all(Element root) {
        return css == null ? List.of(root) : root.select(css);
    }

    @Nullable
    Element first(Element item) {
        return css == null ? item : item.selectFirst(css);
    }

    /** The attribute of the first match, or else its text; null when there is none or it is empty. */
    @Nullable
    String text(Element item, @Nullable String otherwise) {
        Element e = first(item);
        if (e == null) return null;
        String name = attribute == null ? otherwise : attribute;
        String value = name == null ? e.text() : e.attr(name);
        return value.isBlank() ? null : value.strip();
    }

    boolean hasAttribute() {
        return attribute != null;
    }
}
