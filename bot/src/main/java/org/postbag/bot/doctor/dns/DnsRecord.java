package org.postbag.bot.doctor.dns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A record that ought to be in DNS.
 *
 * @param name complete, without the dot at its end; words with spaces where it cannot be told from here
 * @param value as zone files have it, texts in quotes (RFC 1035, 5.1)
 * @param why what it is for, and what to see to
 */
public record DnsRecord(String name, String type, String value, String why, State state) {
    private static final int LONGEST_STRING = 255;

    /** How DNS compares. */
    public enum State {
        /** DNS says what it should. */
        RIGHT,
        /** DNS says something else. */
        DIFFERENT,
        MISSING,
        /** DNS could not be asked, or what it says cannot be judged from here. */
        UNKNOWN
    }

    /** A text in strings of at most 255 octets (RFC 1035, 3.3.14), each in quotes. */
    static String quoted(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < octets.length; at += LONGEST_STRING) {
            StringBuilder part = new StringBuilder("\"");
            for (int i = at; i < Math.min(octets.length, at + LONGEST_STRING); i++) append(part, octets[i] & 0xff);
            parts.add(part.append('"').toString());
        }
        return String.join(" ", parts);
    }

    private static void append(StringBuilder part, int octet) {
        if (octet == '"' || octet == '\\') part.append('\\').append((char) octet);
        else if (octet >= ' ' && octet < 0x7f) part.append((char) octet);
        else
            part.append('\\')
                    .append((char) ('0' + octet / 100))
                    .append((char) ('0' + octet / 10 % 10))
                    .append((char) ('0' + octet % 10));
    }
}
