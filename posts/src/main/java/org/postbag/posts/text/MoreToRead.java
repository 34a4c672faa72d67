package org.postbag.posts.text;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Takes out of an article the lists of links to others that have no telling name, only a heading. */
final class MoreToRead {
    private static final Evaluator HEADINGS = QueryParser.parse("h2, h3, h4, h5, h6, p, div, strong");
    private static final Evaluator LINKS = QueryParser.parse("a[href]");

    private static final Pattern LABEL =
            Pattern.compile("(?i)(?:相关阅读|相关新闻|相关文章|相关报道|延伸阅读|推荐阅读|更多阅读|更多新闻|猜你喜欢|相關閱讀|相關新聞|相關文章|相關報導|"
                    + "延伸閱讀|推薦閱讀|更多閱讀|関連記事|おすすめ記事|관련 ?기사|related(?: posts?| articles?| stories| news| reading| coverage)?|"
                    + "read (?:more|also|next)|also read|you (?:may|might) also (?:like|enjoy)|more from .{1,40}|"
                    + "recommended(?: for you| reading| articles| stories)?)\\s*[:：]?");
    /** Takes out a heading such as "Related posts" together with the list of links below it. */
    void remove(Element body) {
        for (Element heading : body.select(HEADINGS)) {
            if (heading.parent() == null || heading.childNodeSize() > 4 || isLong(heading.firstChild())) continue;
            String text =
                    heading.ownText().isEmpty() && heading.childrenSize() == 1 ? heading.text() : heading.ownText();
            if (!isLabel(text)) continue;
            Element list = heading.nextElementSibling();
            if (isLinks(heading, text)) heading.remove();
            else if (list != null && heading.text().equals(text) && isLinks(list, "")) {
                list.remove();
                heading.remove();
            }
        }
    }

    private static boolean isLong(@Nullable Node first) {
        return first instanceof TextNode text && text.getWholeText().length() > 100;
    }

    /** Whether nothing but links stands in it, apart from the label. */
    private static boolean isLinks(Element e, String label) {
        Elements links = e.select(LINKS);
        if (links.isEmpty()) return false;
        int linked = links.stream().mapToInt(a -> a.text().length()).sum();
        return 10 * linked >= 8 * (e.text().length() - label.length());
    }

    private static boolean isLabel(String text) {
        return text.length() <= 60 && LABEL.matcher(text.strip()).matches();
    }
}
