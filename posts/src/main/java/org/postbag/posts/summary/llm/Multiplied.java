package org.postbag.posts.summary.llm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits and the word that multiplies them: 3.5 million, 350万, 5k.
 *
 * @param values all it may mean, as {@link DigitNumeral#key} writes it
 */
record Multiplied(Set<String> values, int end) {
    private static final Pattern MULTIPLIER =
            Pattern.compile("\\s?[多余餘几]?\\s?(万亿|萬億|千万|千萬|百万|百萬|十万|十萬|亿|億|万|萬|兆|千(?![克米瓦卡伏])|百(?!分|帕)"
                    + "|(?:thousand|million|billion|trillion|mn|bn|tn|[kmb])\\b)");
    private static final Pattern DIGITS = Pattern.compile(DigitNumeral.PATTERN);
    private static final Pattern VALUE = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final int MOST_PARTS = 4;

    /** The number that begins at {@code start}; more than one part where they follow one another, as in 1亿3000万. */
    static List<Multiplied> read(String text, int start) {
        List<Multiplied> parts = new ArrayList<>();
        Matcher digits = DIGITS.matcher(text);
        int at = start;
        boolean more = true;
        while (more
                && parts.size() < MOST_PARTS
                && digits.region(at, text.length()).lookingAt()) {
            Multiplied part = part(text, digits);
            parts.add(part);
            at = part.end();
            more = at > digits.end();
        }
        return parts;
    }

    private static Multiplied part(String text, Matcher digits) {
        Set<String> plain = DigitNumeral.read(digits.group());
        Matcher multiplier = MULTIPLIER.matcher(text);
        if (!multiplier.region(digits.end(), text.length()).lookingAt()) return new Multiplied(plain, digits.end());
        String word = multiplier.group(1);
        Set<String> values = new LinkedHashSet<>();
        for (String value : plain)
            if (VALUE.matcher(value).matches())
                values.add(DigitNumeral.key(new BigDecimal(value).multiply(times(word))));
        // One letter may stand for a unit as well.
        if (word.length() == 1 && word.charAt(0) < 0x80) values.addAll(plain);
        return new Multiplied(values, multiplier.end());
    }

    static Set<String> sums(Set<String> some, Set<String> others) {
        Set<String> sums = new LinkedHashSet<>();
        for (String one : some)
            for (String other : others)
                if (VALUE.matcher(one).matches() && VALUE.matcher(other).matches())
                    sums.add(DigitNumeral.key(new BigDecimal(one).add(new BigDecimal(other))));
        return sums;
    }

    private static BigDecimal times(String word) {
        long times =
                switch (word) {
                    case "百" -> 100;
                    case "千", "thousand", "k" -> 1_000;
                    case "万", "萬" -> 10_000;
                    case "十万", "十萬" -> 100_000;
                    case "百万", "百萬", "million", "mn", "m" -> 1_000_000;
                    case "千万", "千萬" -> 10_000_000;
                    case "亿", "億" -> 100_000_000;
                    case "billion", "bn", "b" -> 1_000_000_000;
                    default -> 1_000_000_000_000L;
                };
        return BigDecimal.valueOf(times);
    }
}
