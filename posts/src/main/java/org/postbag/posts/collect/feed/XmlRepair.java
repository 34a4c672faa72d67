package org.postbag.posts.collect.feed;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * One pass over markup that makes it fit for a parser: junk before the document, declarations and control characters go,
 * bare {@code &} and {@code <} become text, entries that were never closed are, and whatever could blow up memory is cut.
 * What is left to the parser ({@link XmlFeed}): tags that cross or stay open.
 */
final class XmlRepair {
    /** Tags within one entry, or before the first; markup beyond is cut off. */
    private static final int MAX_TAGS = 100_000;

    private static final int MAX_TAG_LENGTH = 64 * 1024;

    private final String in;
    private final StringBuilder out;
    private final DeclaredEntities entities = new DeclaredEntities();
    private final XmlReferences references = new XmlReferences(entities);
    private int at;
    private int tags;
    private int repaired;
    private boolean declared;
    private String open = "";
    private int inline;

    /** Ends that do not come any more: not to be looked for again. */
    private final Set<String> endless = new HashSet<>();

    /** @param places how many places were put right */
    record Repaired(String markup, int places) {}

    private XmlRepair(String in) {
        this.in = in;
        this.out = new StringBuilder(in.length() + 64);
    }

    static Repaired repair(String markup) {
        XmlRepair repair = new XmlRepair(markup);
        repair.run();
        return new Repaired(repair.out.toString(), repair.repaired);
    }

    private void run() {
        at = Math.max(0, in.indexOf('<'));
        if (!in.substring(0, at).isBlank()) repaired++;
        while (at < in.length() && tags <= MAX_TAGS) {
            char c = in.charAt(at);
            if (c == '<') markup();
            else if (c == '&') reference();
            else text(c);
        }
        if (tags > MAX_TAGS) repaired++;
    }

    private void text(char c) {
        boolean alone = Character.isSurrogate(c) && !isPair(c);
        boolean control = (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f || c >= 0xfffe || alone;
        if (control) repaired++;
        else out.append(c);
        if (Character.isHighSurrogate(c) && !alone) out.append(in.charAt(++at));
        at++;
    }

    private boolean isPair(char c) {
        return Character.isHighSurrogate(c) && at + 1 < in.length() && Character.isLowSurrogate(in.charAt(at + 1));
    }

    private void markup() {
        if (in.startsWith("<![CDATA[", at)) cdata();
        else if (in.startsWith("<!--", at)) skip("-->");
        else if (in.regionMatches(true, at, "<!DOCTYPE", 0, 9)) doctype();
        else if (in.startsWith("<?", at)) skip("?>");
        else if (in.startsWith("<!", at)) skip(">");
        else tag();
    }

    private void cdata() {
        int end = in.indexOf("]]>", at);
        int stop = end < 0 ? in.length() : end;
        out.append("<![CDATA[");
        for (int i = at + 9; i < stop; i++) {
            char c = in.charAt(i);
            if (c >= ' ' || c == '\n' || c == '\r' || c == '\t') out.append(c);
        }
        out.append("]]>");
        if (end < 0) repaired++;
        at = end < 0 ? in.length() : end + 3;
    }

    /** A comment or an instruction says nothing to us; one that never ends is text. */
    private void skip(String end) {
        int found = endless.contains(end) ? -1 : in.indexOf(end, at);
        if (found >= 0) {
            at = found + end.length();
        } else {
            endless.add(end);
            bare("&lt;");
        }
    }

    private void doctype() {
        int close = in.indexOf('>', at);
        if (close < 0 || declared) {
            skip(">");
            return;
        }
        declared = true;
        int subset = in.indexOf('[', at);
        if (subset >= 0 && subset < close) {
            int end = in.indexOf("]", subset);
            if (end >= 0 && in.indexOf('>', end) >= 0) {
                entities.declare(in.substring(subset, end));
                close = in.indexOf('>', end);
            }
        }
        at = close + 1;
    }

    private void bare(String escaped) {
        out.append(escaped);
        repaired++;
        at++;
    }

    private void tag() {
        int end = tagEnd();
        if (end < 0) {
            bare("&lt;");
            return;
        }
        tags++;
        boolean closing = in.charAt(at + 1) == '/';
        String name = name(closing ? at + 2 : at + 1);
        boolean empty = in.charAt(end - 1) == '/';
        if (isEntry(name)) entry(name, closing, empty);
        else if (isInline(name) && !empty && !open.isEmpty()) inline = Math.max(0, inline + (closing ? -1 : 1));
        attributes(end);
    }

    /** Inside these an entry can be part of another. */
    private static boolean isInline(String name) {
        return name.equals("content") || name.equals("source");
    }

    private static boolean isEntry(String name) {
        return name.equals("item") || name.equals("entry") || name.endsWith(":item") || name.endsWith(":entry");
    }

    private void entry(String name, boolean closing, boolean empty) {
        if (closing) {
            if (name.equals(open)) {
                open = "";
                tags = 0;
                inline = 0;
            }
        } else if (!empty && name.equals(open) && inline == 0) {
            out.append("</").append(name).append('>');
            repaired++;
            tags = 0;
        } else if (open.isEmpty() && !empty) {
            open = name;
            inline = 0;
            tags = 0;
        }
    }

    /** @return where the tag's {@code >} stands; -1 when this {@code <} begins no tag */
    private int tagEnd() {
        int i = at + 1;
        if (i < in.length() && in.charAt(i) == '/') i++;
        if (i >= in.length() || !isNameStart(in.charAt(i))) return -1;
        char quote = 0;
        int stop = Math.min(in.length(), at + MAX_TAG_LENGTH);
        int first = -1;
        for (; i < stop; i++) {
            char c = in.charAt(i);
            if (quote != 0) {
                if (c == quote) quote = 0;
                else if (c == '>' && first < 0) first = i;
                else if (c == '<' && first >= 0) return first;
            } else if ((c == '"' || c == '\'') && isAfterEquals(i)) {
                quote = c;
            } else if (c == '>') {
                return i;
            } else if (c == '<') {
                return -1;
            }
        }
        return first;
    }

    private boolean isAfterEquals(int i) {
        int before = i - 1;
        while (before > at && Character.isWhitespace(in.charAt(before))) before--;
        return in.charAt(before) == '=';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == ':';
    }

    private String name(int from) {
        int end = from;
        while (end < in.length() && end < from + 64 && isNamePart(in.charAt(end))) end++;
        return in.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isDigit(c) || c == '-' || c == '.';
    }

    /** The tag itself, its references put right. */
    private void attributes(int end) {
        out.append('<');
        at++;
        while (at < end) {
            char c = in.charAt(at);
            if (c == '&') reference();
            else if (c == '<') bare("&lt;");
            else text(c);
        }
        out.append('>');
        at = end + 1;
    }

    private void reference() {
        int next = references.copy(in, at, out);
        if (next < 0) {
            bare("&amp;");
            return;
        }
        if (in.charAt(next - 1) != ';') repaired++;
        at = next;
    }
}
