package org.postbag.posts.collect.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Takes out of a page what surely stands around its article: machinery, hidden elements, dialogs, navigation, comments,
 * share bars, newsletter boxes. {@link Readability} finds the article in what is left. Nothing that holds a good part of
 * the page's text goes, whatever it is called.
 */
final class Surroundings {
    private static final Set<String> MACHINERY = Set.of(
            "script",
            "style",
            "template",
            "link",
            "button",
            "input",
            "select",
            "textarea",
            "svg",
            "canvas",
            "object",
            "embed",
            "dialog");
    private static final Set<String> ROLES = Set.of(
            "menu",
            "menubar",
            "navigation",
            "complementary",
            "alert",
            "alertdialog",
            "dialog",
            "search",
            "contentinfo",
            "banner",
            "toolbar",
            "tablist");
    private static final Set<String> ROOMS = Set.of("html", "body", "main", "article");

    /** Whole words of an id or class, as they stand between dashes, underscores or capitals. */
    private static final Pattern NAMED = Pattern.compile(
            """
            (?x)
              (?:.*-)?(?:cookies?|gdpr|consent|onetrust|didomi|newsletters?|signup|mailing-list|subscribe|paywall-.*|breadcrumbs?|
                 shar(?:e|ing)-?(?:bar|buttons?|links?|tools?|icons?|this|box)|social-?(?:bar|buttons?|links?|share|sharing|icons?|media)|
                 addthis|addtoany|sharedaddy|sharethis|disqus|pagination|skip-link|screen-reader-text|sr-only|visually-hidden|
                 outbrain|taboola|adsbygoogle|advertisement|print-only|noprint|no-print)(?:-.*)?
            | (?:.*-)?(?:comments?|comment-?(?:list|section|area|form|respond|thread|box|wrapper)|respond|replies|reader-comments)
            | (?:.*-)?(?:related|recommended|recommendations?)(?:-(?:posts?|articles?|stor(?:y|ies)|links?|content|news|items?|list|box|reading))?
            | (?:.*-)?(?:author-(?:bio|box|info|card|profile)|about-(?:the-)?author|post-(?:tags|nav|navigation)|entry-footer|
                 tag-?list|nav-links|read-next|up-next|most-(?:read|popular)|trending|popular-posts|table-of-contents|toc)
            """);

    private static final int SMALL = 3;

    private Surroundings() {}

    static void remove(Element page) {
        int all = Prose.of(page).own();
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof Comment || (node instanceof TextNode text && isIcon(text.getWholeText())))
                        return NodeFilter.FilterResult.REMOVE;
                    if (!(node instanceof Element e) || ROOMS.contains(e.normalName()))
                        return NodeFilter.FilterResult.CONTINUE;
                    return isAround(e, all) ? NodeFilter.FilterResult.REMOVE : NodeFilter.FilterResult.CONTINUE;
                },
                page);
    }

    private static boolean isAround(Element e, int all) {
        if (MACHINERY.contains(e.normalName())) return true;
        boolean suspect = isHidden(e)
                || ROLES.contains(e.attr("role").toLowerCase(Locale.ROOT))
                || e.nameIs("nav")
                || isNamed(e.id())
                || isNamed(e);
        return suspect && SMALL * Prose.of(e).own() <= all;
    }

    /** Icon fonts draw pictures for characters of Unicode's private use area. */
    private static boolean isIcon(String text) {
        boolean icon = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && (c < 0xe000 || c > 0xf8ff)) return false;
            icon |= c >= 0xe000;
        }
        return icon;
    }

    private static boolean isHidden(Element e) {
        if (e.hasAttr("hidden") && !"until-found".equals(e.attr("hidden"))) return true;
        if (e.attr("aria-hidden").equals("true") && e.selectFirst("img, math, p") == null && !e.nameIs("math"))
            return true;
        String style = e.attr("style");
        if (style.isEmpty()) return false;
        String bare = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return bare.contains("display:none") || bare.contains("visibility:hidden");
    }

    private static boolean isNamed(Element e) {
        String classes = e.attr("class");
        if (classes.isEmpty()) return false;
        for (String name : classes.split("\\s+", 12)) if (isNamed(name)) return true;
        return false;
    }

    /** camelCase and snake__case are read as kebab-case. */
    static boolean isNamed(String name) {
        if (name.length() < 3 || name.length() > 60) return false;
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean apart = !Character.isLetterOrDigit(c);
            if (apart || (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1)))) {
                if (kebab.length() > 0 && kebab.charAt(kebab.length() - 1) != '-') kebab.append('-');
            }
            if (!apart) kebab.append(Character.toLowerCase(c));
        }
        return NAMED.matcher(kebab).matches();
    }
}
