package org.postbag.posts.collect.jekyll;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes Liquid out of a body: tags and outputs go, what stands between them stays. Raw blocks are kept as written,
 * comments dropped, highlighted code becomes a fenced block.
 */
final class Liquid {
    private static final Pattern WORDS = Pattern.compile("\\s*-?\\s*(\\w+)\\s*([\\w+#.-]*)");

    private final String in;
    private final StringBuilder out;
    private int at;

    private Liquid(String in) {
        this.in = in;
        out = new StringBuilder(in.length());
    }

    static String remove(String body) {
        return body.contains("{%") || body.contains("{{") ? new Liquid(body).run() : body;
    }

    private String run() {
        while (at < in.length()) {
            int open = next();
            if (open < 0) break;
            out.append(in, at, open);
            at = open;
            boolean tag = in.charAt(open + 1) == '%';
            int close = in.indexOf(tag ? "%}" : "}}", open + 2);
            if (close < 0) break;
            String inside = in.substring(open + 2, close);
            at = close + 2;
            if (tag) tag(inside);
        }
        return out.append(in, at, in.length()).toString();
    }

    private int next() {
        for (int i = in.indexOf('{', at); i >= 0 && i + 1 < in.length(); i = in.indexOf('{', i + 1)) {
            char c = in.charAt(i + 1);
            if (c == '%' || c == '{') return i;
        }
        return -1;
    }

    private void tag(String inside) {
        Matcher words = WORDS.matcher(inside);
        if (!words.lookingAt()) return;
        switch (words.group(1).toLowerCase(Locale.ROOT)) {
            case "raw" -> out.append(block("endraw"));
            case "comment" -> block("endcomment");
            case "highlight" -> {
                String code = block("endhighlight");
                String fence = code.contains("```") ? "~~~~" : "```";
                out.append('\n').append(fence).append(words.group(2)).append('\n');
                out.append(
                        code.strip().isEmpty()
                                ? ""
                                : code.replaceFirst("^\\s*\\n", "").stripTrailing());
                out.append('\n').append(fence).append('\n');
            }
            default -> {
                // include, assign, if, for …: the tag goes, its contents stay
            }
        }
    }

    /** What stands up to the closing tag, and past that; all the rest when it is never closed. */
    private String block(String name) {
        Matcher end = Pattern.compile("\\{%-?\\s*" + name + "\\s*-?%\\}").matcher(in);
        int start = at;
        if (!end.find(start)) {
            at = in.length();
            return in.substring(start);
        }
        at = end.end();
        return in.substring(start, end.start());
    }
}
