package org.postbag.posts.summary.llm;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads English number words: {@code nineteen}, {@code two hundred and fifty thousand}, {@code third}. */
final class EnglishNumeral {
    private static final Map<String, Integer> WORDS = words();

    private static final String WORD = "(?:"
            + WORDS.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .collect(Collectors.joining("|"))
            + ")\\b";

    /** For a pattern over text in lower case. */
    static final String PATTERN =
            "\\b" + WORD + "(?:(?:[\\s-]|(?<=hundred|thousand|million)\\sand\\s)" + WORD + "){0,12}";

    private EnglishNumeral() {}

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        String[] small =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                                + " sixteen seventeen eighteen nineteen")
                        .split(" ", 0);
        for (int i = 0; i < small.length; i++) words.put(small[i], i);
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", 0);
        for (int i = 0; i < tens.length; i++) words.put(tens[i], 20 + 10 * i);
        String[] ordinals = "third fourth fifth sixth seventh eighth ninth tenth".split(" ", 0);
        for (int i = 0; i < ordinals.length; i++) words.put(ordinals[i], 3 + i);
        words.putAll(Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000, "billion", 1_000_000_000));
        words.putAll(Map.of("dozen", 12, "twice", 2, "both", 2, "couple", 2, "twins", 2, "pair", 2, "triple", 3));
        return Map.copyOf(words);
    }

    static BigDecimal read(String written) {
        BigDecimal total = BigDecimal.ZERO;
        long part = 0;
        for (String word : written.split("[\\s-]+", 0)) {
            Integer value = WORDS.get(word);
            if (value == null) continue;
            if (value == 100) part = Math.max(part, 1) * 100;
            else if (value >= 1_000) {
                total = total.add(BigDecimal.valueOf(Math.max(part, 1)).multiply(BigDecimal.valueOf(value)));
                part = 0;
            } else part += value;
        }
        return total.add(BigDecimal.valueOf(part));
    }
}
