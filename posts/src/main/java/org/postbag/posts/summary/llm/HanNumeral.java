package org.postbag.posts.summary.llm;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers written in Chinese characters: 二十九, 一千零一, 三万五千, 二〇二六, 三点五. */
final class HanNumeral {
    static final String DIGITS = "零〇一二三四五六七八九";
    static final String ALL = DIGITS + "十百千万亿两兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟兩萬億";
    private static final String FOLDED = DIGITS + "十百千万亿二兆廿卅一二三四五六七八九十百千二万亿";
    private static final int LONGEST = 24;

    private HanNumeral() {}

    /** Empty when the characters are no well-formed number; an implied one is supplied (十五, 百万). */
    static Optional<BigDecimal> read(String written) {
        if (written.isEmpty() || written.length() > LONGEST) return Optional.empty();
        int point = written.indexOf('点') < 0 ? written.indexOf('點') : written.indexOf('点');
        String whole = fold(point < 0 ? written : written.substring(0, point));
        Optional<BigDecimal> value = whole(whole);
        if (point < 0 || value.isEmpty()) return value;
        StringBuilder decimals = new StringBuilder("0.");
        for (char c : fold(written.substring(point + 1)).toCharArray()) {
            if (digit(c) < 0) return Optional.empty();
            decimals.append(digit(c));
        }
        return decimals.length() == 2 ? Optional.empty() : value.map(v -> v.add(new BigDecimal(decimals.toString())));
    }

    private static String fold(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (char c : s.toCharArray()) out.append(ALL.indexOf(c) < 0 ? c : FOLDED.charAt(ALL.indexOf(c)));
        return out.toString();
    }

    private static Optional<BigDecimal> whole(String s) {
        if (s.isEmpty()) return Optional.empty();
        if (s.chars().allMatch(c -> digit((char) c) >= 0)) {
            StringBuilder digits = new StringBuilder();
            for (char c : s.toCharArray()) digits.append(digit(c));
            return Optional.of(new BigDecimal(digits.toString()));
        }
        BigDecimal total = BigDecimal.ZERO;
        long section = 0;
        int digit = -1;
        long lastUnit = Long.MAX_VALUE;
        long lastGreat = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            long unit = unit(c);
            if (digit(c) >= 0) {
                if (digit > 0) return Optional.empty();
                digit = digit(c);
            } else if (unit == 0) {
                return Optional.empty();
            } else if (unit < 10_000) {
                if (unit >= lastUnit) return Optional.empty();
                section += (digit < 0 ? 1 : digit) * unit;
                lastUnit = unit;
                digit = -1;
            } else {
                BigDecimal count = BigDecimal.valueOf(section + Math.max(digit, 0));
                BigDecimal times = BigDecimal.valueOf(unit);
                // 一亿三千万 adds; 三千万亿 and 万亿 multiply all that stands before.
                if (count.signum() > 0 && unit < lastGreat) total = total.add(count.multiply(times));
                else total = total.add(count).max(BigDecimal.ONE).multiply(times);
                lastGreat = unit;
                section = 0;
                digit = -1;
                lastUnit = Long.MAX_VALUE;
            }
        }
        return Optional.of(total.add(BigDecimal.valueOf(section + Math.max(digit, 0))));
    }

    private static int digit(char c) {
        return DIGITS.indexOf(c) <= 0 ? DIGITS.indexOf(c) : DIGITS.indexOf(c) - 1;
    }

    private static long unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            case '兆' -> 1_000_000_000_000L;
            default -> 0;
        };
    }
}
