package org.postbag.posts.collect.feed;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a document may use. Of those it declares itself only short texts without references count, so they
 * cannot multiply, and nothing is ever loaded from outside.
 */
final class DeclaredEntities {
    private static final int MAX_ENTITIES = 200;
    private static final int MAX_VALUE = 200;

    /** Characters that all expansions of one document may add. */
    private static final int MAX_EXPANSION = 200_000;

    private final Map<String, String> values = new HashMap<>();
    private int expanded;

    /** Takes the declarations out of a document type with an internal subset. */
    void declare(String doctype) {
        int at = doctype.indexOf("<!ENTITY");
        while (at >= 0 && values.size() < MAX_ENTITIES) {
            int end = doctype.indexOf('>', at);
            if (end < 0) return;
            declaration(doctype.substring(at + 8, end).strip());
            at = doctype.indexOf("<!ENTITY", end);
        }
    }

    private void declaration(String text) {
        int blank = 0;
        while (blank < text.length() && !Character.isWhitespace(text.charAt(blank))) blank++;
        String value = text.substring(blank).strip();
        if (value.length() < 2 || value.length() > MAX_VALUE) return;
        char quote = value.charAt(0);
        if ((quote != '"' && quote != '\'') || value.charAt(value.length() - 1) != quote) return;
        String inner = value.substring(1, value.length() - 1);
        boolean character = inner.startsWith("&#") && inner.indexOf(';') == inner.length() - 1;
        if (character || (inner.indexOf('&') < 0 && inner.indexOf('%') < 0))
            values.putIfAbsent(text.substring(0, blank), inner.replace("<", "&lt;"));
    }

    /** @return what stands for the reference by that name in repaired markup; null when the name means nothing */
    @Nullable
    String replacement(String name) {
        if (name.equals("apos") || Entities.isNamedEntity(name)) return "&" + name + ";";
        String value = values.get(name);
        if (value == null || expanded + value.length() > MAX_EXPANSION) return null;
        expanded += value.length();
        return value;
    }
}
