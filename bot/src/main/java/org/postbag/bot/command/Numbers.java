package org.postbag.bot.command;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the numbers a reader answers with: {@code 3}, {@code 3, 7}, {@code 3-5}, {@code ３、７}, {@code 第3篇}. Twenty
 * articles at most come of one answer.
 */
public final class Numbers {
    static final int MOST = 20;
    private static final Pattern ONLY_NUMBERS = Pattern.compile(
            "[\\s#第]*\\d{1,3}(?:\\s*(?:[-–—~至到]|[,，、;；.。和&\\s])\\s*[#第]?\\d{1,3}|\\s*[,，、;；.。])*\\s*[篇号條条]?\\s*");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:\\s*[-–—~至到]\\s*(\\d{1,3}))?");

    private Numbers() {}

    /** Empty when the text is anything but numbers. */
    public static Optional<Set<Integer>> parse(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (folded.length() > 200 || !ONLY_NUMBERS.matcher(folded).matches()) return Optional.empty();
        Set<Integer> numbers = new LinkedHashSet<>();
        Matcher matcher = RANGE.matcher(folded);
        while (matcher.find()) {
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            for (int n = Math.min(from, to); n <= Math.max(from, to) && numbers.size() <= MOST; n++) numbers.add(n);
        }
        return Optional.of(numbers);
    }
}
