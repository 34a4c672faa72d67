package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formatting in HTML as the Bot API documents it ("HTML style" and the rules of nesting above it). */
final class BotApiHtml {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TAG = Pattern.compile(
            "<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\\s+[a-zA-Z-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9.-]+))?)*)\\s*>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.-]+)))?");
    private static final Pattern REFERENCE = Pattern.compile("&(lt|gt|amp|quot|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");
    private static final Pattern LINK =
            Pattern.compile("(?i)(https?|tg|mailto|tel|ton)://?.+|mailto:.+|tel:.+|[\\w.-]+\\.[a-z]{2,}(/.*)?");
    private static final Set<String> ALONE = Set.of("text_link", "custom_emoji", "pre", "code");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<ObjectNode> entities = new ArrayList<>();

    private record Open(String tag, String type, String argument, int offset) {}

    private BotApiHtml(String html) {
        this.html = html;
    }

    /** A text and the entities in it; throws in Telegram's words where the markup is not well formed. */
    static BotApiText parse(String html) {
        return new BotApiHtml(html).parse();
    }

    private BotApiText parse() {
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') at = tag(at);
            else if (c == '&') at = reference(at);
            else {
                text.append(c);
                at++;
            }
        }
        if (!open.isEmpty()) throw refused("Can't find end tag corresponding to start tag \"" + open.peek().tag + "\"");
        ArrayNode array = JSON.createArrayNode();
        entities.sort(Comparator.<ObjectNode>comparingInt(e -> e.path("offset").asInt())
                .thenComparingInt(e -> -e.path("length").asInt()));
        entities.forEach(array::add);
        return new BotApiText(text.toString(), array);
    }

    private int tag(int at) {
        Matcher tag = TAG.matcher(html).region(at, html.length());
        if (!tag.lookingAt()) throw malformed(at);
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        if (tag.group(1).isEmpty()) start(name, tag.group(3), at);
        else end(name, at);
        return tag.end();
    }

    private void start(String name, String attributes, int at) {
        String type =
                switch (name) {
                    case "b", "strong" -> "bold";
                    case "i", "em" -> "italic";
                    case "u", "ins" -> "underline";
                    case "s", "strike", "del" -> "strikethrough";
                    case "span", "tg-spoiler" -> "spoiler";
                    case "a" -> "text_link";
                    case "tg-emoji" -> "custom_emoji";
                    case "code", "pre" -> name;
                    case "blockquote" ->
                        attribute(attributes, "expandable") == null ? "blockquote" : "expandable_blockquote";
                    default -> throw refused("Unsupported start tag \"" + name + "\" at byte offset " + bytes(at));
                };
        if (name.equals("span") && !"tg-spoiler".equals(attribute(attributes, "class")))
            throw refused("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytes(at));
        String argument =
                switch (name) {
                    case "a" -> attribute(attributes, "href");
                    case "tg-emoji" -> attribute(attributes, "emoji-id");
                    case "code" -> attribute(attributes, "class");
                    default -> null;
                };
        if (name.equals("tg-emoji") && (argument == null || !argument.matches("[1-9]\\d{0,18}")))
            throw refused("Invalid custom emoji identifier specified");
        nesting(type, at);
        open.push(new Open(name, type, argument, text.length()));
    }

    /** The rules of nesting; Telegram drops what breaks them, so a client that breaks them is told. */
    private void nesting(String inner, int at) {
        for (Open outer : open) {
            boolean quotes = outer.type.endsWith("blockquote") && inner.endsWith("blockquote");
            boolean codeBlock = outer.type.equals("pre") && inner.equals("code") && open.peek() == outer;
            boolean fixed = outer.type.equals("pre") || outer.type.equals("code");
            boolean both =
                    (ALONE.contains(outer.type) || fixed) && (ALONE.contains(inner) || inner.endsWith("blockquote"));
            boolean styled = (inner.equals("pre") || inner.equals("code")) && !outer.type.endsWith("blockquote");
            if (!codeBlock && (quotes || fixed || both || styled))
                throw BotApiError.violation("can't parse entities: " + inner + " can't be nested in " + outer.type
                        + " at byte offset " + bytes(at));
        }
    }

    private void end(String name, int at) {
        if (open.isEmpty()) throw refused("Unexpected end tag at byte offset " + bytes(at));
        Open start = open.pop();
        if (!start.tag.equals(name))
            throw refused("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                    .formatted(bytes(at), start.tag, name));
        int length = text.length() - start.offset;
        if (length == 0) return;
        ObjectNode last = entities.isEmpty() ? null : entities.get(entities.size() - 1);
        if (start.type.equals("pre")
                && last != null
                && last.has("language")
                && last.path("offset").asInt() == start.offset
                && last.path("length").asInt() == length) {
            last.put("type", "pre");
            return;
        }
        ObjectNode entity = JSON.createObjectNode()
                .put("type", start.type)
                .put("offset", start.offset)
                .put("length", length);
        if (start.type.equals("text_link")) {
            String url =
                    start.argument == null || start.argument.isEmpty() ? text.substring(start.offset) : start.argument;
            if (!LINK.matcher(url).matches()) return; // what is no address stays plain text
            entity.put("url", url);
        }
        if (start.type.equals("custom_emoji")) entity.put("custom_emoji_id", start.argument);
        if (start.type.equals("code") && start.argument != null && start.argument.startsWith("language-"))
            entity.put("language", start.argument.substring("language-".length()));
        entities.add(entity);
    }

    private int reference(int at) {
        Matcher reference = REFERENCE.matcher(html).region(at, html.length());
        if (!reference.lookingAt()) {
            text.append('&');
            return at + 1;
        }
        text.append(decoded(reference.group(1)));
        return reference.end();
    }

    private static String attribute(String attributes, String name) {
        Matcher each = ATTRIBUTE.matcher(attributes);
        while (each.find()) {
            if (!each.group(1).equalsIgnoreCase(name)) continue;
            String value =
                    each.group(2) != null ? each.group(2) : each.group(3) != null ? each.group(3) : each.group(4);
            return value == null
                    ? ""
                    : REFERENCE.matcher(value).replaceAll(r -> Matcher.quoteReplacement(decoded(r.group(1))));
        }
        return null;
    }

    private static String decoded(String reference) {
        return switch (reference) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default -> {
                int code = reference.startsWith("#x")
                        ? Integer.parseInt(reference.substring(2), 16)
                        : Integer.parseInt(reference.substring(1));
                yield code == 0 || code > 0x10ffff ? "&" + reference + ";" : Character.toString(code);
            }
        };
    }

    private BotApiError malformed(int at) {
        String rest = html.substring(at);
        int end = rest.indexOf('>');
        if (end < 0)
            return refused((rest.startsWith("</") ? "Unclosed end tag" : "Unclosed start tag") + " at byte offset "
                    + bytes(at));
        String name = rest.substring(1, end).split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        return refused("Unsupported start tag \"" + name + "\" at byte offset " + bytes(at));
    }

    private int bytes(int upTo) {
        return html.substring(0, upTo).getBytes(StandardCharsets.UTF_8).length;
    }

    private static BotApiError refused(String words) {
        return BotApiError.badRequest("can't parse entities: " + words);
    }
}
