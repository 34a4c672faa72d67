package org.postbag.posts.collect.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Takes off the two ends of an article what is about it and not of it: title, byline, date; editors, sources, calls to follow. */
final class ArticleEdges {
    private static final int TOP = 6;
    private static final int BOTTOM = 8;

    private static final Pattern LAST = Pattern.compile(
            "(?i)[(（【\\[]?\\s*(?:责任编辑|責任編輯|编辑|责编|本文来源|来源|责任校对|校对|审核|关键词|标签|声明|免责声明|版权声明|打印|分享到|扫码|扫描二维码|原标题|阅读原文|点击进入专题)\\s*[:：/].{0,60}"
                    + "|\\d{0,4}\\s?comments?|(?:share|tweet|print|email|follow us)(?:\\s.{0,40})?|(?:filed under|tags?|posted in|topics?|categories)\\s?:.{0,200}");
    private static final Pattern FIRST = Pattern.compile("(?:（|\\()?原标题\\s?[:：].{0,100}");

    /** Nothing but when, where from and by whom. */
    private static final Pattern DATELINE = Pattern.compile(
            "(?:发布(?:时间|日期)?\\s?[:：]\\s?)?(?:19|20)\\d\\d\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}\\s?日?(?:\\s{0,3}\\d{1,2}:\\d\\d(?::\\d\\d)?)?(?:\\s{0,3}(?:来源|作者|编辑|浏览次数|阅读|信息来源|责任编辑|字号)\\s?[:：]?.{0,30}){0,4}");

    private ArticleEdges() {}

    static void trim(Element article, @Nullable String title, @Nullable String byline) {
        List<Element> blocks = new ArrayList<>();
        for (Element e : article.children().select("*")) if (isLine(e)) blocks.add(e);
        String name = byline == null ? "" : Titles.bare(byline);
        String heading = title == null ? "" : Titles.bare(title);
        for (int i = 0; i < Math.min(TOP, blocks.size()); i++)
            if (isAbout(blocks.get(i), heading, name)) blocks.get(i).remove();
        for (int i = blocks.size() - 1; i >= Math.max(1, blocks.size() - BOTTOM); i--) {
            Element e = blocks.get(i);
            if (e.text().length() <= 240 && LAST.matcher(e.text().strip()).matches()) e.remove();
        }
    }

    /** A block with text of its own. */
    private static boolean isLine(Element e) {
        if (!e.isBlock() && !e.nameIs("time")) return false;
        for (int i = 0; i < Math.min(8, e.childNodeSize()); i++) {
            if (e.childNode(i) instanceof TextNode text && !text.isBlank()) return true;
            if (e.childNode(i) instanceof Element inner && !inner.isBlock() && inner.hasText()) return true;
        }
        return false;
    }

    private static boolean isAbout(Element e, String title, String byline) {
        String text = e.text().strip();
        if (text.isEmpty() || text.length() > 160) return false;
        String bare = Titles.bare(text);
        if (bare.isEmpty()) return false;
        if (bare.equals(title)
                || FIRST.matcher(text).matches()
                || DATELINE.matcher(text).matches()) return true;
        String rest = byline.isEmpty() ? bare : bare.replace(byline, "");
        boolean named = !byline.isEmpty()
                && bare.contains(byline)
                && rest.replaceFirst("^(?:by|作者|记者|文)", "").length() <= 30;
        return named && !text.endsWith(".") && !text.endsWith("。");
    }
}
