package org.postbag.digest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Escapes text for HTML and XML, Telegram's HTML included: the five characters every one of them knows. */
public final class Markup {

    private static final int LONGEST_LINK = 2000;

    private Markup() {}

    public static String escape(String text) {
        int i = 0;
        while (i < text.length() && replacement(text.charAt(i)) == null) i++;
        if (i == text.length()) return text;
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            String replacement = replacement(c);
            if (replacement == null) escaped.append(c);
            else escaped.append(replacement);
        }
        return escaped.toString();
    }

    private static @Nullable String replacement(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }

    /**
     * The link if it is one a reader may safely follow: absolute http or https, of a bearable length, in ASCII. Null for
     * {@code javascript:}, {@code data:} and whatever else.
     */
    public static @Nullable String webLink(@Nullable String link) {
        if (link == null || link.length() > LONGEST_LINK) return null;
        String stripped = link.strip();
        String scheme = stripped.substring(0, Math.min(8, stripped.length())).toLowerCase(Locale.ROOT);
        if (!scheme.startsWith("http://") && !scheme.startsWith("https://")) return null;
        try {
            URI uri = new URI(encode(stripped));
            return uri.getRawAuthority() == null ? null : uri.toASCIIString();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Publishers leave spaces, quotes, brackets and bare percent signs in their links; a browser would send them encoded. */
    private static String encode(String link) {
        StringBuilder encoded = new StringBuilder(link.length());
        int path = link.indexOf('/', "https://".length());
        int fragment = link.indexOf('#');
        for (int i = 0; i < link.length(); i++) {
            char c = link.charAt(i);
            boolean odd = c <= ' '
                    || c == 0x7F
                    || "\"<>\\^`{|}".indexOf(c) >= 0
                    || (c == '%' && !isEncoded(link, i))
                    || ((c == '[' || c == ']') && path >= 0 && i > path)
                    || (c == '#' && i > fragment);
            if (odd) encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            else encoded.append(c);
        }
        return encoded.toString();
    }

    private static boolean isEncoded(String link, int percent) {
        return percent + 2 < link.length()
                && Character.digit(link.charAt(percent + 1), 16) >= 0
                && Character.digit(link.charAt(percent + 2), 16) >= 0;
    }
}
