package org.postbag.posts.collect.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Resolves addresses by RFC 3986 section 5. Unlike {@link java.net.URI} it takes what feeds really hold: spaces,
 * brackets, characters of any script; they stay, only blanks are escaped.
 */
record Reference(
        @Nullable String scheme,
        @Nullable String authority,
        String path,
        @Nullable String query,
        @Nullable String fragment) {
    private static final int MAX_LENGTH = 8192;

    /** @return {@code address} made absolute with {@code base}; itself when it is absolute, null when it cannot be */
    static @Nullable String resolve(@Nullable String base, String address) {
        String tidy = tidy(address);
        if (tidy.length() > MAX_LENGTH) return null;
        Reference reference = of(tidy);
        if (reference.scheme != null) return tidy;
        if (base == null || base.isEmpty()) return null;
        Reference root = of(tidy(base));
        if (root.scheme == null || root.authority == null) return null;
        return reference.against(root).toString();
    }

    /** Whether it says by itself where it leads. */
    static boolean isAbsolute(String address) {
        return of(tidy(address)).scheme != null;
    }

    /** @return the scheme in lower case; empty for a relative address */
    static String scheme(String address) {
        String scheme = of(tidy(address)).scheme;
        return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
    }

    /** Whether relative addresses can be made absolute with it. */
    static boolean isWeb(String base) {
        return of(tidy(base)).authority != null;
    }

    /** Whether a reader may be sent there: a script or inline data is no place. */
    static boolean isSafe(String address) {
        return switch (scheme(address)) {
            case "javascript", "vbscript", "data", "jscript", "livescript", "about", "" -> false;
            default -> true;
        };
    }

    private static Reference of(String s) {
        String rest = s;
        String fragment = null;
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            fragment = rest.substring(hash + 1);
            rest = rest.substring(0, hash);
        }
        String query = null;
        int question = rest.indexOf('?');
        if (question >= 0) {
            query = rest.substring(question + 1);
            rest = rest.substring(0, question);
        }
        String scheme = null;
        int colon = schemeEnd(rest);
        if (colon > 0) {
            scheme = rest.substring(0, colon);
            rest = rest.substring(colon + 1);
        }
        String authority = null;
        if (rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            rest = slash < 0 ? "" : rest.substring(slash);
        }
        return new Reference(scheme, authority, rest, query, fragment);
    }

    private static int schemeEnd(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == ':') return i;
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && !(other && i > 0)) return -1;
        }
        return -1;
    }

    private Reference against(Reference base) {
        if (authority != null) return new Reference(base.scheme, authority, withoutDots(path), query, fragment);
        if (path.isEmpty())
            return new Reference(base.scheme, base.authority, base.path, query != null ? query : base.query, fragment);
        String merged = path.startsWith("/") ? path : base.folder() + path;
        return new Reference(base.scheme, base.authority, withoutDots(merged), query, fragment);
    }

    private String folder() {
        return path.isEmpty() ? "/" : path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String withoutDots(String path) {
        if (!path.contains("./") && !path.endsWith(".")) return path;
        Deque<String> kept = new ArrayDeque<>();
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            boolean up = parts[i].equals("..");
            if (!up && !parts[i].equals(".")) {
                kept.addLast(parts[i]);
            } else {
                if (up && kept.size() > 1) kept.removeLast();
                if (last) kept.addLast("");
            }
        }
        return String.join("/", kept);
    }

    /** Without the line breaks and blanks that lay an address out; inner blanks escaped. */
    private static String tidy(String address) {
        String s = address.strip();
        StringBuilder out = null;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c > ' ') {
                if (out != null) out.append(c);
                continue;
            }
            if (out == null) out = new StringBuilder(s.length() + 8).append(s, 0, i);
            if (c == ' ') out.append("%20");
        }
        return out == null ? s : out.toString();
    }

    @Override
    public String toString() {
        return (scheme == null ? "" : scheme + ":")
                + (authority == null ? "" : "//" + authority)
                + path
                + (query == null ? "" : "?" + query)
                + (fragment == null ? "" : "#" + fragment);
    }
}
