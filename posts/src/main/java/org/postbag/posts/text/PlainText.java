package org.postbag.posts.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Writes the text of cleaned HTML: paragraphs separated by blank lines, list items and rows on lines of their own. */
final class PlainText implements NodeFilter {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "dl",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "figure",
            "figcaption",
            "hr",
            "details",
            "summary",
            "caption",
            "header",
            "footer",
            "main",
            "aside",
            "body");
    private static final Set<String> LINES = Set.of("li", "tr", "dt", "dd");
    private static final Set<String> NOT_PROSE =
            Set.of("pre", "table", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "rt", "rp", "sup", "summary");
    private static final Set<String> NEVER = Set.of("script", "style", "noscript", "template", "rt", "rp");

    /** As much as summaries look at. */
    private static final int MAX_PROSE = 4_000;

    private final StringBuilder out = new StringBuilder();
    private final boolean prose;
    private int preformatted;
    private int breaks;
    private boolean space;
    private boolean spaceIsBreak;

    private PlainText(boolean prose) {
        this.prose = prose;
    }

    static String of(Element e) {
        return write(e, false);
    }

    /** The beginning, without code, tables, headings, captions and list markers. */
    static String proseOf(Element e) {
        return write(e, true);
    }

    private static String write(Element e, boolean prose) {
        PlainText text = new PlainText(prose);
        NodeTraversor.filter(text, e);
        return text.out.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (prose && out.length() > MAX_PROSE) return FilterResult.STOP;
        if (node instanceof TextNode text) {
            if (preformatted > 0) verbatim(text.getWholeText());
            else running(text.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element e)) return FilterResult.SKIP_ENTIRELY;
        String name = e.normalName();
        if ((prose ? NOT_PROSE : NEVER).contains(name)) {
            if (BLOCKS.contains(name)) apart(2);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("br")) apart(breaks == 1 ? 2 : 1);
        else if (BLOCKS.contains(name)) apart(nested(e) ? 1 : 2);
        else if (LINES.contains(name)) item(e);
        else if (name.equals("td") || name.equals("th")) cell(e);
        if (name.equals("pre")) preformatted++;
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element e)) return FilterResult.CONTINUE;
        String name = e.normalName();
        if (name.equals("pre")) preformatted--;
        if (BLOCKS.contains(name)) apart(nested(e) ? 1 : 2);
        else if (LINES.contains(name)) apart(1);
        return FilterResult.CONTINUE;
    }

    /** A paragraph or list inside a list item does not stand apart from it. */
    private static boolean nested(Element e) {
        Element parent = e.parent();
        return parent != null && parent.normalName().equals("li");
    }

    private void item(Element e) {
        apart(1);
        Element list = e.parent();
        if (prose || !e.normalName().equals("li") || list == null) return;
        if (list.normalName().equals("ol")) append((first(list) + e.elementSiblingIndex()) + ". ");
        else append("- ");
        breaks = -1;
    }

    private static int first(Element list) {
        String start = list.attr("start");
        return start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
    }

    private void cell(Element e) {
        if (e.previousElementSibling() != null) {
            space = false;
            append("\t");
        }
    }

    /** At least so many line breaks before what comes next; straight after a list marker none. */
    private void apart(int lines) {
        space = false;
        if (breaks >= 0) breaks = Math.max(breaks, lines);
    }

    private void append(String s) {
        flush(' ');
        out.append(s);
    }

    private void flush(int next) {
        if (breaks > 0 && out.length() > 0) {
            int there = 0;
            while (there < 2 && there < out.length() && out.charAt(out.length() - 1 - there) == '\n') there++;
            out.append("\n".repeat(Math.max(0, breaks - there)));
        } else if (space && out.length() > 0 && breaks == 0 && !(spaceIsBreak && isWide(last()) && isWide(next))) {
            out.append(' ');
        }
        breaks = 0;
        space = false;
        spaceIsBreak = false;
    }

    private int last() {
        return out.codePointBefore(out.length());
    }

    /** Characters between which a line break of the source means nothing; Hangul puts spaces between words. */
    private static boolean isWide(int c) {
        return c >= 0x2e80 && !(c >= 0xac00 && c <= 0xd7a3) && !(c >= 0x1f000 && c < 0x20000);
    }

    private void running(String s) {
        char[] chars = s.toCharArray();
        int i = 0;
        while (i < chars.length) {
            int end = i;
            while (end < chars.length && isVisible(chars, end)) end++;
            if (end > i) {
                flush(Character.codePointAt(chars, i));
                out.append(chars, i, end - i);
            }
            if (end < chars.length) {
                char c = chars[end];
                if (c <= ' ' || c == 0xa0)
                    space |= c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0xa0;
                spaceIsBreak |= c == '\n';
            }
            i = end + 1;
        }
    }

    private static boolean isVisible(char[] s, int i) {
        char c = s[i];
        if (c < 0x80) return c > ' ' && c != 0x7f;
        if (c >= 0x2e80 && c < 0xd800) return true;
        if (!Character.isSurrogate(c)) return c != 0xa0 && !isInvisible(c);
        if (Character.isHighSurrogate(c)) return i + 1 < s.length && Character.isLowSurrogate(s[i + 1]);
        return i > 0 && Character.isHighSurrogate(s[i - 1]);
    }

    private void verbatim(String s) {
        String code = s.replace("\r\n", "\n");
        if (code.isBlank() && out.length() == 0) return;
        flush(' ');
        code.codePoints().filter(c -> c == '\n' || c == '\t' || !isInvisible(c)).forEach(out::appendCodePoint);
    }

    private static boolean isInvisible(int c) {
        return c < 0x20
                || (c >= 0x7f && c < 0xa0)
                || c == 0xad
                || c == 0x200b
                || c == 0x2060
                || c == 0xfeff
                || (c >= 0xd800 && c < 0xe000)
                || (c & 0xfffe) == 0xfffe;
    }
}
