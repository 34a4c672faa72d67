package org.postbag.bot.email.inbox;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.QueryParser;

/** The text of an HTML mail, a line for a line, without what the mail program marks as quoted. Looks at each node once. */
final class HtmlText implements NodeFilter {
    private static final int MOST = 128 * 1024;

    /** Where programs put the quoted mail, and what is not shown. */
    private static final Evaluator LEFT_OUT = QueryParser.parse(String.join(
            ", ",
            "blockquote",
            ".gmail_quote",
            ".gmail_attr",
            ".yahoo_quoted",
            ".moz-cite-prefix",
            ".protonmail_quote",
            ".ntes-mailmaster-quote",
            "#isReplyContent",
            "#isForwardContent",
            "#mail-editor-reference-message-container",
            "style",
            "script",
            "title"));

    /** From these on, everything below is the quoted mail: Outlook and its kin only mark where it begins. */
    private static final Evaluator BEGINNINGS =
            QueryParser.parse("#appendonsend, #divRplyFwdMsg, #OLK_SRC_BODY_SECTION, hr");

    private static final Set<String> LINES =
            Set.of("p", "div", "li", "tr", "table", "h1", "h2", "h3", "h4", "pre", "ul", "ol", "br");

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        HtmlText found = new HtmlText();
        Jsoup.parse(html.length() > MOST ? html.substring(0, MOST) : html)
                .body()
                .filter(found);
        return found.text.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) text.append(words.getWholeText().replaceAll("[ \\t\\r\\n]+", " "));
        if (!(node instanceof Element element)) return FilterResult.CONTINUE;
        if (element.is(LEFT_OUT)) return FilterResult.SKIP_ENTIRELY;
        if (element.is(BEGINNINGS)) {
            text.append("\n--\n");
            return FilterResult.STOP;
        }
        endLine(element);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) endLine(element);
        return FilterResult.CONTINUE;
    }

    private void endLine(Element element) {
        if (LINES.contains(element.normalName())) text.append('\n');
    }
}
