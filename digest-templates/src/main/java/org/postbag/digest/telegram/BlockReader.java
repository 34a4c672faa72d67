package org.postbag.digest.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.postbag.digest.DisplayText;
import org.postbag.digest.Markup;
import org.postbag.digest.Wording;

/**
 * Reads an article's HTML as blocks of what Telegram can show: headings become bold, lists get bullets, images become links,
 * rows of tables lines. {@link InlineStyle} knows which tags surround the text at hand; {@link Pieces} writes the blocks.
 */
final class BlockReader implements NodeVisitor {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "table",
            "caption",
            "tr",
            "figure",
            "figcaption",
            "hr",
            "details",
            "summary",
            "address");
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript", "head", "title");
    /** In a row of cells these are part of its line. */
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "div", "section", "article", "header", "footer", "address");

    private static final int DEEPEST_LIST = 6;
    private static final int HIGHEST_START = 100_000;

    private final Wording wording;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final InlineStyle style = new InlineStyle();
    /** Open lists, innermost first: the next number of an ordered one, 0 for bullets. */
    private final Deque<Integer> lists = new ArrayDeque<>();

    private int unseen;
    private boolean close;
    private boolean spacePending;
    /** Bullet or number of the item just begun; waits for its first text. */
    private String marker = "";
    /** Open table cells, innermost first: whether others stand in the same row. */
    private final Deque<Boolean> cells = new ArrayDeque<>();

    private BlockReader(Wording wording) {
        this.wording = wording;
    }

    static List<Block> read(String html, Wording wording) {
        BlockReader reader = new BlockReader(wording);
        NodeTraversor.traverse(reader, Jsoup.parseBodyFragment(html).body());
        reader.flush();
        return reader.blocks;
    }

    /** Plain text, paragraphs separated by blank lines. */
    static List<Block> readText(String text) {
        return DisplayText.clean(text)
                .strip()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Block(List.of(new Run(line.strip(), List.of())), false))
                .toList();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (unseen == 0) append(text.getWholeText());
            return;
        }
        if (!(node instanceof Element element)) return;
        String name = element.normalName();
        if (UNSEEN.contains(name)) unseen++;
        edge(name);
        style.enter(element);
        switch (name) {
            case "ul" -> lists.push(0);
            case "ol" -> lists.push(number(element, "start", 1));
            case "li" -> startItem(element);
            case "tr" -> close = element.previousElementSibling() != null;
            case "td", "th" -> {
                boolean first = element.previousElementSibling() == null;
                cells.push(!first || element.nextElementSibling() != null);
                if (!first) raw(" | ");
            }
            case "br" -> raw("\n");
            case "hr" -> {
                raw("———");
                flush();
            }
            case "img" -> image(element);
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) return;
        String name = element.normalName();
        edge(name);
        if (name.equals("li") && !marker.isEmpty()) {
            marker = ""; // an empty item; what follows it is none
            close = false;
        }
        if (name.equals("td") || name.equals("th")) cells.pop();
        if (name.equals("ul") || name.equals("ol")) lists.pop();
        style.leave(element);
        if (UNSEEN.contains(name)) unseen--;
    }

    /** Where a block begins or ends. */
    private void edge(String name) {
        if (!BLOCKS.contains(name)) return;
        if (!cells.isEmpty() && cells.element() && PARAGRAPHS.contains(name)) spacePending = true;
        else flush();
    }

    private static int number(Element element, String attribute, int otherwise) {
        String value = element.attr(attribute).strip();
        if (!value.matches("[0-9]{1,6}")) return otherwise;
        return Math.max(1, Math.min(HIGHEST_START, Integer.parseInt(value)));
    }

    private void startItem(Element item) {
        close = item.previousElementSibling() != null || lists.size() > 1;
        int depth = Math.max(1, lists.size());
        String indent = "  ".repeat(Math.min(depth, DEEPEST_LIST) - 1);
        int number = lists.isEmpty() ? 0 : lists.element();
        if (number > 0) number = number(item, "value", number);
        if (number > 0) {
            lists.pop();
            lists.push(number + 1);
        }
        marker = indent + (number == 0 ? "• " : number + ". ");
    }

    private void image(Element img) {
        String alt = DisplayText.line(img.attr("alt"), 100);
        String label = "🖼 " + (alt.isEmpty() ? wording.say("article.image") : alt);
        String link = Markup.webLink(img.attr("src"));
        if (link == null && alt.isEmpty()) return;
        if (unseen > 0) return;
        if (spacePending && !atLineStart()) runs.add(new Run(" ", sharedTags()));
        spacePending = false;
        add(label, link == null ? style.tags() : style.tagsWithLink(link));
    }

    private void append(String text) {
        text = style.shifted(text);
        boolean preformatted = style.preformatted();
        String clean = DisplayText.clean(preformatted ? text.replace("\t", "    ") : text);
        if (preformatted) {
            if (!clean.isEmpty()) add(clean, style.tags());
            return;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == ' ' || c == '\n') {
                spacePending = true;
                continue;
            }
            if (spacePending && !line.isEmpty()) line.append(' ');
            else if (spacePending && !atLineStart()) runs.add(new Run(" ", sharedTags()));
            spacePending = false;
            line.append(c);
        }
        if (!line.isEmpty()) add(line.toString(), style.tags());
    }

    /** A space between a word and a link belongs to neither: it has the tags that both sides share. */
    private List<Run.Tag> sharedTags() {
        List<Run.Tag> before = runs.get(runs.size() - 1).tags();
        List<Run.Tag> after = style.tags();
        int shared = 0;
        while (shared < before.size()
                && shared < after.size()
                && before.get(shared).equals(after.get(shared))) shared++;
        return before.subList(0, shared);
    }

    private boolean atLineStart() {
        if (runs.isEmpty()) return true;
        String last = runs.get(runs.size() - 1).text();
        return last.endsWith("\n") || last.endsWith(" ");
    }

    private void raw(String text) {
        spacePending = false;
        if (unseen == 0) add(text, style.tags());
    }

    private void add(String text, List<Run.Tag> tags) {
        // A bullet is no part of the link or the code that begins its item, only of the quote around both.
        if (!marker.isEmpty())
            runs.add(new Run(marker, tags.stream().filter(tag -> tag.id() > 0).toList()));
        marker = "";
        runs.add(new Run(text, tags));
    }

    private void flush() {
        spacePending = false;
        boolean blank = runs.stream().allMatch(run -> DisplayText.isBlank(run.text()));
        if (!blank) blocks.add(new Block(trimmed(), close));
        runs.clear();
        // A paragraph inside an item stands right behind its marker.
        if (marker.isEmpty()) close = false;
    }

    private List<Run> trimmed() {
        List<Run> kept = new ArrayList<>(runs);
        while (kept.get(kept.size() - 1).text().isBlank()) kept.remove(kept.size() - 1);
        Run last = kept.get(kept.size() - 1);
        kept.set(kept.size() - 1, new Run(last.text().stripTrailing(), last.tags()));
        while (kept.get(0).text().equals("\n")) kept.remove(0);
        return kept;
    }
}
