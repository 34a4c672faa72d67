package org.postbag.digest;

import java.util.ArrayList;
import java.util.List;

/**
 * A rendered item that many digests share: the text with gaps for what differs from digest to digest, the running number and
 * the time as the reader's zone has it.
 */
public final class Fragment {

    /** Stand for the gaps in what a template is given; {@link DisplayText} keeps them out of all other text. */
    public static final String NUMBER = "\u0001";

    public static final String TIME = "\u0002";

    private final List<String> texts = new ArrayList<>();
    private final List<Boolean> numberGaps = new ArrayList<>();
    private final int utf8;
    private int numbers;
    private int times;

    /** Takes what a template made of {@link #NUMBER} and {@link #TIME}; white space around it goes. */
    public Fragment(String rendered) {
        String text = rendered.strip();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != NUMBER.charAt(0) && c != TIME.charAt(0)) continue;
            boolean number = c == NUMBER.charAt(0);
            texts.add(text.substring(start, i));
            numberGaps.add(number);
            start = i + 1;
            if (number) numbers++;
            else times++;
        }
        texts.add(text.substring(start));
        this.utf8 = texts.stream().mapToInt(Fragment::utf8Length).sum();
    }

    /** Puts number and time in. */
    public void append(StringBuilder out, int number, String time) {
        for (int i = 0; i < texts.size(); i++) {
            out.append(texts.get(i));
            if (i == numberGaps.size()) break;
            if (numberGaps.get(i)) out.append(number);
            else out.append(time);
        }
    }

    /** What number and time add to the UTF-16 length of the text without them. */
    public int gapUnits(int number, String time) {
        return numbers * digits(number) + times * time.length();
    }

    /** Length in UTF-8 bytes once number and time are in. */
    public int utf8Bytes(int number, String time) {
        return utf8 + numbers * digits(number) + times * utf8Length(time);
    }

    /** The text without number and time. */
    public String withoutGaps() {
        return String.join("", texts);
    }

    /** UTF-16 length held in memory. */
    public int size() {
        return texts.stream().mapToInt(String::length).sum();
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    /** Length in UTF-8 bytes. */
    public static int utf8Length(CharSequence text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair is two of the pair's four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
