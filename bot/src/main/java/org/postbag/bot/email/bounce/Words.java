package org.postbag.bot.email.bounce;

import java.util.List;
import java.util.regex.Pattern;

/** Makes a mail system's words fit to keep and to show: one line, bounded, and without anybody's address. */
final class Words {
    private static final int MOST = 200;
    private static final Pattern TYPE = Pattern.compile("^[A-Za-z0-9.-]{1,20} ?; ?");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\p{Z}\\u200b\\u2028\\u2029\\ufeff]+");
    // Whatever is joined to an @, for it may be an address; what is around one stays.
    private static final String JOINED = "[^\\s<>()\\[\\],;:，。；：（）]{0,320}";

    private static final Pattern ADDRESS = Pattern.compile("<?" + JOINED + "[@＠]" + JOINED + ">?");
    private static final Pattern TELLING = Pattern.compile(
            "(?<![0-9.])[45][0-9]{2}[ -]|[45]\\.[0-7]\\.[0-9]{1,3}|reason|said:|rejected|unknown|no such|not (found|exist)|full|quota"
                    + "|原因|不存在|已满|已滿|不足|拒",
            Pattern.CASE_INSENSITIVE);

    private Words() {}

    /** The line of a text that tells the reason, with the one behind it; the first line where none does. */
    static String telling(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < lines.size(); i++)
            if (TELLING.matcher(lines.get(i)).find())
                return lines.get(i) + (i + 1 < lines.size() ? " " + lines.get(i + 1) : "");
        return lines.isEmpty() ? "" : lines.get(0);
    }

    /** At most 200 code points; addresses are replaced by {@code <…>}, the type of a Diagnostic-Code is left out. */
    static String keep(String words) {
        String start = words.length() > 4 * MOST ? words.substring(0, 4 * MOST) : words;
        String line =
                BLANKS.matcher(TYPE.matcher(start.strip()).replaceFirst("")).replaceAll(" ");
        line = ADDRESS.matcher(line).replaceAll("<…>").strip();
        if (line.codePointCount(0, line.length()) <= MOST) return line;
        return line.substring(0, line.offsetByCodePoints(0, MOST - 1)) + "…";
    }
}
