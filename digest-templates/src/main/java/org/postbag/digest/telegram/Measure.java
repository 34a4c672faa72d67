package org.postbag.digest.telegram;

/**
 * How large a text in Telegram's HTML is once Telegram has parsed it; the limits are the Bot API's for sendMessage.
 *
 * @param units length in UTF-16 code units, tags gone and character references decoded
 * @param entities how many tags it opens
 * @param automatic at most so many entities Telegram may add by itself: links, mentions, hashtags, commands, numbers
 */
public record Measure(int units, int entities, int automatic) {

    public static final int MAX_UNITS = 4096;
    public static final int MAX_ENTITIES = 100;
    public static final Measure NOTHING = new Measure(0, 0, 0);

    /** Measures HTML; what is no tag and no known reference counts as the text it is. */
    public static Measure of(String html) {
        int units = 0;
        int entities = 0;
        int automatic = 0;
        int linked = 0;
        char before = ' ';
        int digits = 0;
        for (int i = 0; i < html.length(); ) {
            char c = html.charAt(i);
            if (c == '<') {
                int end = html.indexOf('>', i);
                if (end > 0) {
                    boolean closing = html.charAt(i + 1) == '/';
                    if (!closing) entities++;
                    if (html.startsWith("a ", i + 1)) linked++;
                    if (html.startsWith("/a>", i + 1)) linked--;
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
            if (linked == 0 && (startsEntity(c, before, next) || digits == 7)) automatic++;
            before = c;
            units += width;
            i += length;
        }
        return new Measure(units, entities, automatic);
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
        return new Measure(units + other.units, entities + other.entities, automatic + other.automatic);
    }

    /** Longer by text without entities. */
    public Measure plus(int moreUnits) {
        return new Measure(units + moreUnits, entities, automatic);
    }

    /** Whether one message can carry it. */
    public boolean fits() {
        return units <= MAX_UNITS && entities + automatic <= MAX_ENTITIES;
    }
}
