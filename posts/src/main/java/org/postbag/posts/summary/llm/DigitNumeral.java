package org.postbag.posts.summary.llm;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads numbers written in digits: 1,234.5 and 1.234,5, versions and dotted dates; what is ambiguous has two values. */
final class DigitNumeral {
    /** For a pattern. */
    static final String PATTERN = "[0-9]{1,30}(?:[.,'’][0-9]{1,30}){0,8}";

    private DigitNumeral() {}

    /** All it may mean, as {@link #key} writes it. */
    static Set<String> read(String written) {
        Set<String> keys = new LinkedHashSet<>();
        List<String> parts = List.of(written.split("[.,'’]", 0));
        String marks = written.replaceAll("[0-9]", "");
        String joined = String.join("", parts);
        boolean grouped = parts.get(0).length() <= 3 && parts.stream().skip(1).allMatch(part -> part.length() == 3);
        if (marks.isEmpty()) return Set.of(key(new BigDecimal(written)));
        char last = marks.charAt(marks.length() - 1);
        boolean mixed = marks.chars().anyMatch(c -> c != last);
        if (mixed || (marks.length() == 1 && last != '\'' && last != '’' && !(grouped && last == ','))) {
            int point = joined.length() - parts.get(parts.size() - 1).length();
            keys.add(key(new BigDecimal(joined.substring(0, point) + "." + joined.substring(point))));
        }
        if (!mixed && (grouped || (last == ',' && marks.length() > 1))) keys.add(key(new BigDecimal(joined)));
        if (keys.isEmpty()) keys.add(written);
        return keys;
    }

    /** The same for numbers that are equal: 2.50 and 2.5. */
    static String key(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
