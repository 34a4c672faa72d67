package org.postbag.digest.email;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.postbag.digest.PlainLines;
import org.postbag.digest.Wording;

/**
 * An article's HTML, as {@link org.postbag.digest.ArticleHtml} leaves it, written as plain text with nothing lost: headings
 * underlined, lists with dashes and numbers, quotations and code set in, a table a line each row, and links as numbers in
 * brackets whose addresses stand at the end. Lines are broken later, by {@link PlainLines}.
 */
final class PlainArticle {

    /** How deep lists and quotations are still set in. */
    private static final int DEEPEST = 8;

    private final Wording wording;
    private final StringBuilder out = new StringBuilder();
    private final List<String> links = new ArrayList<>();

    /** The paragraph being read. */
    private final StringBuilder line = new StringBuilder();

    /** Inside a table's row everything stands on one line. */
    private boolean inRow;

    private String indent = "";

    /** Stands before the paragraph being read instead of the indent, in the first line of a list's item. */
    private String bullet = "";

    private PlainArticle(Wording wording) {
        this.wording = wording;
    }

    static String of(String html, Wording wording) {
        PlainArticle article = new PlainArticle(wording);
        article.children(Jsoup.parseBodyFragment(html).body(), 0);
        article.end(true);
        for (int i = 0; i < article.links.size(); i++)
            article.out
                    .append('[')
                    .append(i + 1)
                    .append("] ")
                    .append(article.links.get(i))
                    .append('\n');
        return article.out.toString().strip();
    }

    private void children(Element parent, int depth) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) words(text.getWholeText());
            else if (child instanceof Element element) element(element, depth);
        }
    }

    private void element(Element e, int depth) {
        switch (e.normalName()) {
            case "br" -> line.append('\n');
            case "hr" -> {
                end(true);
                line.append("* * *");
                end(true);
            }
            case "a" -> link(e, depth);
            case "img" -> image(e);
            case "q" -> {
                line.append('“');
                children(e, depth);
                line.append('”');
            }
            case "pre" -> code(e);
            case "ul", "ol" -> list(e, depth);
            case "blockquote" -> inside(e, "    ", depth);
            case "tr" -> row(e);
            case "h3", "h4", "h5", "h6" -> heading(e, depth);
            case "p", "figure", "figcaption", "caption", "table", "dl", "div", "section", "article", "dt", "dd" -> {
                boolean apart = e.parent() == null || !e.parent().normalName().equals("li");
                end(apart);
                children(e, depth);
                end(apart);
            }
            default -> children(e, depth);
        }
    }

    private void words(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\u00A0';
            if (!space) line.append(c);
            else if (!line.isEmpty() && line.charAt(line.length() - 1) > ' ') line.append(' ');
        }
    }

    private void link(Element a, int depth) {
        String href = a.attr("href");
        int before = line.length();
        children(a, depth);
        if (href.isEmpty()
                || line.substring(Math.min(before, line.length())).strip().equals(href)) return;
        boolean wide = line.length() > 0 && PlainLines.width(line.substring(line.length() - 1)) == 2;
        line.append(wide ? "[" : " [").append(number(href)).append(']');
    }

    private void image(Element image) {
        String alt = image.attr("alt").strip();
        line.append('[').append(wording.say("article.image"));
        if (!alt.isEmpty()) line.append(wording.say("digest.colon")).append(alt);
        line.append("] [").append(number(image.attr("src"))).append(']');
    }

    private int number(String link) {
        int known = links.indexOf(link);
        if (known >= 0) return known + 1;
        links.add(link);
        return links.size();
    }

    private void heading(Element e, int depth) {
        end(true);
        children(e, depth);
        String heading = line.toString().strip();
        if (heading.isEmpty()) return;
        line.append('\n').append("~".repeat(Math.min(PlainLines.width(heading), PlainLines.WIDTH)));
        end(true);
    }

    private void list(Element list, int depth) {
        end(depth == 0);
        String first = list.attr("start");
        int number = first.matches("[0-9]{1,6}") ? Integer.parseInt(first) : 1;
        for (Element item : list.children()) {
            end(false);
            String mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
            bullet = indent + mark;
            inside(item, "  ", depth + 1);
            bullet = "";
        }
        if (depth == 0) out.append('\n');
    }

    /** Sets everything inside an element further in. */
    private void inside(Element e, String by, int depth) {
        String outer = indent;
        boolean quotation = bullet.isEmpty();
        end(quotation);
        if (depth <= DEEPEST) indent += by;
        children(e, depth);
        end(quotation);
        indent = outer;
    }

    private void row(Element row) {
        end(false);
        boolean within = inRow;
        inRow = true;
        for (Element cell : row.children()) {
            if (cell.previousElementSibling() != null) line.append(" | ");
            children(cell, DEEPEST);
        }
        inRow = within;
        end(false);
    }

    private void code(Element pre) {
        end(true);
        for (String each : pre.wholeText().strip().lines().toList())
            line.append("    ").append(each).append('\n');
        end(true);
    }

    /** Ends the paragraph being read; {@code apart}: an empty line stands between it and what follows. */
    private void end(boolean apart) {
        if (inRow) {
            words(" ");
            return;
        }
        String paragraph = line.toString().stripTrailing();
        line.setLength(0);
        if (!paragraph.isBlank()) {
            String first = bullet.isEmpty() ? indent : bullet;
            for (String each : paragraph.lines().toList()) {
                out.append(first)
                        .append(first.isEmpty() && !each.startsWith("    ") ? each.strip() : each)
                        .append('\n');
                first = indent;
            }
            bullet = "";
        }
        boolean ended = out.length() < 2 || out.charAt(out.length() - 2) == '\n';
        if (apart && !ended) out.append('\n');
    }
}
