package org.postbag.digest.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Telegram's HTML as strictly as the Bot API documents it ("Formatting options", HTML style), written without a look at
 * {@link Measure}. Every rule that is broken is an {@link AssertionError} that says which.
 */
final class StrictHtml {

    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    /** All tags there are; a second name for the same entity becomes the first. */
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("a", "text_link"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"));
    /** Entities that can be in any other but code, and contain any other. */
    private static final Set<String> STYLES = Set.of("bold", "italic", "underline", "strikethrough", "spoiler");

    private static final Pattern LINK = Pattern.compile("a href=\"(https?://[\\x21\\x23-\\x3B\\x3D\\x3F-\\x7E]+)\"");

    /** What Telegram marks by itself, seen narrowly: what certainly becomes an entity. */
    private static final Pattern DETECTED = Pattern.compile(
            "(?<![\\w@])@[A-Za-z]\\w{4,31}\\b|(?<![\\w#])#\\p{L}\\w*|(?<![\\w/])/[a-z]\\w*|\\bhttps?://[a-z]+\\.[a-z]{2,}");

    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final int bytes;

    /** From and to count UTF-16 units, as Telegram does. */
    record Entity(String type, int from, int to, int addressBytes) {}

    private record Open(String tag, String type, int from, int addressBytes) {}

    private StrictHtml(int bytes) {
        this.bytes = bytes;
    }

    /** Reads well-formed HTML of any length. */
    static StrictHtml parse(String html) {
        StrictHtml parsed = new StrictHtml(html.getBytes(StandardCharsets.UTF_8).length);
        parsed.read(html);
        return parsed;
    }

    /** Reads a message as {@code sendMessage} would, its limits included. */
    static StrictHtml message(String html) {
        StrictHtml parsed = parse(html);
        String text = parsed.text();
        if (parsed.bytes > 32_768) throw new AssertionError("text is too long: " + parsed.bytes + " bytes");
        if (text.length() > 4096) throw new AssertionError("message is too long: " + text.length());
        if (text.chars().allMatch(c -> c <= ' ' || Character.isSpaceChar(c) || c == 0x200B || c == 0x2060))
            throw new AssertionError("message text is empty");
        int all = parsed.entities() + parsed.detected();
        if (all > 100) throw new AssertionError(all + " entities, of them tags " + parsed.entities());
        int size = parsed.entities.stream().mapToInt(e -> 12 + e.addressBytes()).sum();
        if (size > 9500) throw new AssertionError("ENTITIES_TOO_LONG: " + size);
        parsed.checkCharacters();
        return parsed;
    }

    String text() {
        return text.toString();
    }

    int entities() {
        return entities.size();
    }

    /** Addresses of the links, in order. */
    List<String> links() {
        return links;
    }

    private int detected() {
        StringBuilder plain = new StringBuilder(text);
        for (Entity e : entities)
            if (!STYLES.contains(e.type()) && !e.type().equals("blockquote"))
                for (int i = e.from(); i < e.to(); i++) plain.setCharAt(i, '\uE000');
        int count = 0;
        for (Matcher m = DETECTED.matcher(plain); m.find(); ) count++;
        return count;
    }

    private void checkCharacters() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) i++;
            else if (Character.isSurrogate(c)) throw new AssertionError("half a character at " + i);
            if (c < ' ' && c != '\n') throw new AssertionError("control character " + (int) c + " at " + i);
            if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
                throw new AssertionError("text turner " + Integer.toHexString(c) + " at " + i);
        }
    }

    private void read(String html) {
        Deque<Open> open = new ArrayDeque<>();
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                int end = html.indexOf('>', at);
                if (end < 0) throw new AssertionError("unclosed tag at " + at + ": " + html.substring(at));
                tag(html.substring(at + 1, end), open);
                at = end + 1;
            } else if (c == '&') {
                int end = html.indexOf(';', at);
                if (end < 0) throw new AssertionError("bare & at " + at);
                text.append(decode(html.substring(at + 1, end)));
                at = end + 1;
            } else {
                if (c == '>') throw new AssertionError("bare > at " + at);
                text.append(c);
                at++;
            }
        }
        if (!open.isEmpty()) throw new AssertionError("never closed: " + open);
    }

    private void tag(String inside, Deque<Open> open) {
        if (inside.startsWith("/")) {
            String name = inside.substring(1);
            if (open.isEmpty() || !open.element().tag().equals(name))
                throw new AssertionError("crossed or stray </" + name + ">, open is " + open);
            Open closed = open.pop();
            if (closed.from() == text.length()) throw new AssertionError("<" + name + "> around nothing");
            entities.add(new Entity(closed.type(), closed.from(), text.length(), closed.addressBytes()));
            return;
        }
        String name = inside.split(" ", 2)[0];
        String type = TAGS.get(name);
        if (type == null) throw new AssertionError("Telegram knows no <" + inside + ">");
        for (Open outer : open) nesting(outer.type(), type);
        int addressBytes = 0;
        if (name.equals("a")) {
            Matcher link = LINK.matcher(inside);
            if (!link.matches()) throw new AssertionError("odd link <" + inside + ">");
            String address = decodeAll(link.group(1));
            links.add(address);
            addressBytes = address.length();
        } else if (!inside.equals(name) && !inside.equals("blockquote expandable")) {
            throw new AssertionError("<" + name + "> has no such attributes: " + inside);
        }
        open.push(new Open(name, type, text.length(), addressBytes));
    }

    private static void nesting(String outer, String inner) {
        boolean codeInStyle = STYLES.contains(outer) && (inner.equals("code") || inner.equals("pre"));
        boolean fine = outer.equals("blockquote")
                ? !inner.equals("blockquote")
                : STYLES.contains(outer) ? !codeInStyle : outer.equals("text_link") && STYLES.contains(inner);
        if (!fine || outer.equals(inner)) throw new AssertionError(inner + " inside " + outer);
        if (inner.equals("blockquote")) throw new AssertionError("quote inside " + outer);
    }

    private static String decodeAll(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String decode(String reference) {
        String named = NAMED.get(reference);
        if (named != null) return named;
        if (reference.matches("#\\d{1,7}")) return Character.toString(Integer.parseInt(reference.substring(1)));
        throw new AssertionError("Telegram knows no &" + reference + ";");
    }
}
