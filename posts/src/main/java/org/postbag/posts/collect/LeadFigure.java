package org.postbag.posts.collect;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Sets the picture that a feed or a page names beside an article above its text, where the text has none of its own. */
public final class LeadFigure {
    private LeadFigure() {}

    /** @param image its address; null for none */
    public static String above(String html, @Nullable String image) {
        if (image == null || html.contains("<img")) return html;
        return "<figure><img src=\"" + Entities.escape(image) + "\" alt=\"\"></figure>" + html;
    }
}
