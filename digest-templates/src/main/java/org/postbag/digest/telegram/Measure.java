package org.postbag.digest.telegram;

import org.postbag.digest.Fragment;

/**
 * How large a text in Telegram's HTML is once Telegram has parsed it. The limits are the Bot API's for sendMessage, and two
 * it does not name: HTML of more than 32,768 bytes is refused as "Text is too long" ({@code Client::get_formatted_text} of
 * tdlib/telegram-bot-api), and so are entities that take more than about 9,500 bytes, the addresses of links included, as
 * ENTITIES_TOO_LONG (issue 165 there).
 *
 * @param units length in UTF-16 code units, tags gone and character references decoded
 * @param entities how many tags it opens
 * @param automatic at most so many entities Telegram may add by itself: links, mentions, hashtags, commands, numbers
 * @param entityBytes what the entities take: so much each, and the addresses of links
 * @param bytes length of the HTML in UTF-8
 */
public record Measure(int units, int entities, int automatic, int entityBytes, int bytes) {

    public static final int MAX_UNITS = 4096;
    public static final int MAX_ENTITIES = 100;
    public static final int MAX_ENTITY_BYTES = 8000;
    public static final int MAX_BYTES = 32_768;
    public static final Measure NOTHING = new Measure(0, 0, 0, 0, 0);

    /** An entity without its address: type, offset, length. */
    private static final int ENTITY_BYTES = 12;

    /** Measures HTML; what is no tag and no known reference counts as the text it is. */
    public static Measure of(String html) {
        int units = 0;
        int entities = 0;
        int automatic = 0;
        int entityBytes = 0;
        int undetected = 0;
        char before = ' ';
        int digits = 0;
        for (int i = 0; i < html.length(); ) {
            char c = html.charAt(i);
            if (c == '<') {
                int end = html.indexOf('>', i);
                if (end > 0) {
                    boolean closing = html.charAt(i + 1) == '/';
                    if (!closing) {
                        entities++;
                        entityBytes += entityBytes(html, i, end);
                    }
                    if (undetected(html, closing ? i + 2 : i + 1)) undetected += closing ? -1 : 1;
                    i = end + 1;
                    continue;
                }
            }
            int length = 1;
            int width = 1;
            if (c == '&') {
                int end = html.indexOf(';', i);
                if (end > 0 && end - i <= 10) {
                    int code = reference(html.substring(i + 1, end));
                    if (code >= 0) {
                        length = end + 1 - i;
                        width = Character.charCount(code);
                        c = (char) code;
                    }
                }
            }
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            char next = i + length < html.length() ? html.charAt(i + length) : ' ';
            if (undetected == 0 && (startsEntity(c, before, next) || digits == 7)) automatic++;
            before = c;
            units += width;
            i += length;
        }
        return new Measure(units, entities, automatic, entityBytes, Fragment.utf8Length(html));
    }

    /** What one more tag adds, opened and closed. */
    static Measure of(Run.Tag tag) {
        String open = tag.open();
        int bytes = Fragment.utf8Length(open) + tag.name().length() + 3;
        return new Measure(0, 1, 0, entityBytes(open, 0, open.length() - 1), bytes);
    }

    /** The tag from {@code start} to {@code end}, references in its address decoded. */
    private static int entityBytes(String html, int start, int end) {
        int bytes = ENTITY_BYTES;
        for (int i = start; i < end; i++) {
            bytes++;
            if (html.charAt(i) == '&') i = Math.max(i, html.indexOf(';', i));
        }
        return bytes;
    }

    /** Links, code and preformatted text: Telegram looks for no entities in them. */
    private static boolean undetected(String html, int name) {
        return html.startsWith("a ", name)
                || html.startsWith("a>", name)
                || html.startsWith("code", name)
                || html.startsWith("pre", name);
    }

    private static boolean startsEntity(char c, char before, char next) {
        return switch (c) {
            case '@', '#', '$' -> next > ' ';
            case '/' -> !Character.isLetterOrDigit(before) && Character.isLetter(next);
            case '.' -> Character.isLetterOrDigit(before) && Character.isLetter(next);
            default -> false;
        };
    }

    /** The code point a reference stands for; -1 when Telegram knows none such. */
    private static int reference(String name) {
        int named =
                switch (name) {
                    case "lt" -> '<';
                    case "gt" -> '>';
                    case "amp" -> '&';
                    case "quot" -> '"';
                    default -> -1;
                };
        if (named >= 0 || !name.startsWith("#")) return named;
        try {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            int code = Integer.parseInt(hex ? name.substring(2) : name.substring(1), hex ? 16 : 10);
            return Character.isValidCodePoint(code) && code > 0 ? code : -1;
        } catch (NumberFormatException e) {
            return -1; // not a number: shown as it stands
        }
    }

    public Measure plus(Measure other) {
        return new Measure(
                units + other.units,
                entities + other.entities,
                automatic + other.automatic,
                entityBytes + other.entityBytes,
                bytes + other.bytes);
    }

    /** Longer by ASCII without entities. */
    public Measure plus(int more) {
        return new Measure(units + more, entities, automatic, entityBytes, bytes + more);
    }

    /** The same text where Telegram looks for no entities of its own. */
    Measure undetected() {
        return new Measure(units, entities, 0, entityBytes, bytes);
    }

    /** Whether one message can carry it. */
    public boolean fits() {
        return units <= MAX_UNITS
                && entities + automatic <= MAX_ENTITIES
                && entityBytes <= MAX_ENTITY_BYTES
                && bytes <= MAX_BYTES;
    }
}
