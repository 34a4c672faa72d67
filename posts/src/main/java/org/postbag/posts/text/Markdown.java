package org.postbag.posts.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as kramdown's users write it, to HTML that still has to be cleaned by {@link Html}. Thread safe. */
public final class Markdown {
    /** Attribute lists and options of kramdown: <code>{: .class}</code>, <code>{:toc}</code>, <code>{::nomarkdown /}</code>. */
    private static final Pattern ATTRIBUTES = Pattern.compile("(?<!`)\\{:[^{}]{0,300}\\}");

    private static final Pattern CONTENTS = Pattern.compile("(?m)^[*+-] [^\\n]{0,80}\\n\\{:\\s?toc[^}\\n]{0,80}\\}");
    /**
     * Strong text that touches a letter outside and a sign inside, as is usual where no spaces are written. CommonMark
     * does not take it for strong, kramdown does.
     */
    private static final Pattern TOUCHING = Pattern.compile(
            "(?<![*\\\\`])\\*\\*(?!\\s)"
                    + "([^*`\\n]{0,300}[\\p{P}&&[^*`\\\\]])\\*\\*(?=\\p{L})|(?<=\\p{L})\\*\\*([\\p{P}&&[^*`\\\\]][^*`\\n]{0,300})(?<!\\s)\\*\\*(?!\\*)");

    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```+|~~~+)[^\\n]*$");

    private final Parser parser;
    private final HtmlRenderer renderer;

    public Markdown() {
        List<Extension> extensions = List.of(TablesExtension.create(), StrikethroughExtension.create());
        parser =
                Parser.builder().extensions(extensions).maxOpenBlockParsers(100).build();
        renderer = HtmlRenderer.builder().extensions(extensions).build();
    }

    public String toHtml(String markdown) {
        return renderer.render(parser.parse(asCommonMark(markdown)));
    }

    /** What kramdown writes otherwise is changed in prose, never in a fenced block of code. */
    private static String asCommonMark(String markdown) {
        if (!markdown.contains("{:") && !markdown.contains("**")) return markdown;
        StringBuilder out = new StringBuilder(markdown.length());
        Matcher fence = FENCE.matcher(markdown);
        int from = 0;
        while (fence.find(from)) {
            out.append(prose(markdown.substring(from, fence.start())));
            int close = closing(markdown, fence);
            out.append(markdown, fence.start(), close);
            from = close;
            if (from >= markdown.length()) break;
        }
        return out.append(prose(markdown.substring(from))).toString();
    }

    private static int closing(String markdown, Matcher open) {
        String mark = open.group(1);
        int at = open.end();
        while (at < markdown.length()) {
            int line = markdown.indexOf('\n', at);
            if (line < 0) return markdown.length();
            int end = markdown.indexOf('\n', line + 1);
            if (end < 0) end = markdown.length();
            if (markdown.substring(line + 1, end).strip().startsWith(mark)) return end;
            at = line + 1;
        }
        return markdown.length();
    }

    private static String prose(String markdown) {
        String s = CONTENTS.matcher(markdown).replaceAll("");
        s = ATTRIBUTES.matcher(s).replaceAll("");
        return TOUCHING.matcher(s).replaceAll("<strong>$1$2</strong>");
    }
}
