package org.postbag.bot.email.inbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a structured header value (RFC 5322 3.2) into its parts between semicolons and each part into words: comments go,
 * however deep, quoted strings lose their quotes, an equals sign is a word of its own. Reads each letter once.
 */
final class HeaderWords {

    /** The word an unquoted equals sign becomes; no other word holds this letter. */
    static final String EQUALS = "\u0000=";

    private final String text;
    private final List<List<String>> parts = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;

    private HeaderWords(String text) {
        this.text = text;
    }

    static List<List<String>> of(String text) {
        HeaderWords words = new HeaderWords(text.replace('\u0000', ' '));
        words.read();
        return words.parts;
    }

    private void read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                endWord();
                i = comment(i);
            } else if (c == '"') {
                i = quoted(i);
            } else if (c == ';') {
                endPart();
            } else if (c == '=' && !isValue()) {
                endWord();
                words.add(EQUALS);
            } else if (Character.isWhitespace(c)) {
                endWord();
            } else {
                word.append(c);
                begun = true;
            }
        }
        endPart();
    }

    /** Whether an equals sign came just before, so that a further one, as base64 has at its end, is part of the value. */
    private boolean isValue() {
        return !words.isEmpty() && words.get(words.size() - 1).equals(EQUALS);
    }

    /** Index of the bracket that ends the comment, or of the last letter. */
    private int comment(int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') i++;
            else if (c == '(') depth++;
            else if (c == ')' && --depth == 0) return i;
        }
        return text.length();
    }

    private int quoted(int from) {
        begun = true;
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') return i;
            if (c == '\\' && i + 1 < text.length()) word.append(text.charAt(++i));
            else word.append(c);
        }
        return text.length();
    }

    private void endWord() {
        if (begun) words.add(word.toString());
        word.setLength(0);
        begun = false;
    }

    private void endPart() {
        endWord();
        parts.add(words);
        words = new ArrayList<>();
    }
}
