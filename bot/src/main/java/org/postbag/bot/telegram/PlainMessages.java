package org.postbag.bot.telegram;

import java.util.ArrayList;
import java.util.List;

/** Plain text as messages of Telegram's HTML: escaped, and cut at line ends where it is longer than one message holds. */
public final class PlainMessages {
    private static final int MOST = 4000;

    private PlainMessages() {}

    public static List<String> of(String text) {
        List<String> messages = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > MOST) {
            int end = rest.lastIndexOf('\n', MOST);
            if (end < MOST / 2) end = Character.isHighSurrogate(rest.charAt(MOST - 1)) ? MOST - 1 : MOST;
            messages.add(escape(rest.substring(0, end)));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) messages.add(escape(rest));
        return messages;
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
