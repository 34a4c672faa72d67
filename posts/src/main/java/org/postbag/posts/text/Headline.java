package org.postbag.posts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Takes out of an article the heading that repeats its title. */
final class Headline {
    private static final Pattern TITLE_NOISE = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
    private static final Set<String> TOP = Set.of("h1", "h2", "h3", "p");

    private final Han han = new Han();

    /** The first blocks may repeat the title, as a heading or as a link of their own; only those go. */
    void remove(Element body, String title) {
        String wanted = bare(title);
        if (wanted.isEmpty()) return;
        List<Element> top = new ArrayList<>();
        NodeTraversor.filter(
                (node, depth) -> {
                    if (top.size() == 2) return NodeFilter.FilterResult.STOP;
                    if (node instanceof Element e && TOP.contains(e.normalName())) top.add(e);
                    return NodeFilter.FilterResult.CONTINUE;
                },
                body);
        for (Element e : top) {
            boolean heading = e.normalName().startsWith("h");
            boolean linked = e.childrenSize() == 1 && e.child(0).normalName().equals("a");
            if ((heading || linked) && bare(e.text()).equals(wanted)) {
                e.remove();
                return;
            }
        }
    }

    private String bare(String s) {
        return TITLE_NOISE.matcher(han.fold(s)).replaceAll("");
    }
}
