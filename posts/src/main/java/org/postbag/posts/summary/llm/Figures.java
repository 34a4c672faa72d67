package org.postbag.posts.summary.llm;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a text by value and unit, however they are written: 1,200 is 1200, １２００, 一千二百, "twelve hundred"
 * and 0.12万. Values are not converted between units, nor rounded. {@link Unit} knows the units.
 */
final class Figures {
    private static final Pattern NUMBER = Pattern.compile("(?<digits>" + DigitNumeral.PATTERN + ")|(?<han>["
            + HanNumeral.ALL + "]+(?:[点點][" + HanNumeral.DIGITS + "]+)?)|(?<words>" + EnglishNumeral.PATTERN + ")");
    /** What makes a number of a lone numeral: 三名, 四个, 五年. */
    private static final String MEASURES = "年月日号號天周週星个個名位人次岁歲块塊座场場项項条條起件种種例届屆级級度层層点點秒只隻支辆輛艘架台部本张張套批期轮輪家所";

    private static final String MONTHS =
            "january february march april may june july august september october november december";
    private static final Pattern SPACED = Pattern.compile("(?<=[0-9])[\\u00a0\\u2009\\u202f](?=[0-9]{3}(?![0-9]))");
    /** Said of an amount that nobody counted. */
    private static final Set<String> ROUND =
            Set.of("hundred", "thousand", "million", "billion", "dozen", "pair", "couple", "both", "twins");

    /** 三成 is 30 %, but 三成员 are three members. */
    private static final Pattern TENTHS = Pattern.compile("成(?![员員为為立长長功本果熟就交])");

    private static final char LATIN_ENDS = 0x250;
    private static final Pattern DATE = Pattern.compile("(?:19|20)[0-9]{2}(?:\\.[0-9]{1,2}){1,2}");

    private final Map<String, Set<String>> unitsByValue = new HashMap<>();

    /** @param sure whether it is surely meant as a number, so that it may be asked where it comes from */
    private record Claim(String written, Set<String> values, String unit, boolean sure) {}

    Figures(String text) {
        for (Claim claim : claims(normal(text)))
            for (String value : claim.values())
                unitsByValue.computeIfAbsent(value, any -> new HashSet<>()).add(claim.unit());
    }

    /** The first number of {@code answer} that is not among these, as it is written there. */
    Optional<String> missing(String answer) {
        return claims(normal(answer)).stream()
                .filter(claim -> claim.sure() && claim.values().stream().noneMatch(value -> has(value, claim.unit())))
                .map(Claim::written)
                .findFirst();
    }

    /** @param name of an English month, in lower case */
    boolean hasMonth(String name) {
        int month = List.of(MONTHS.split(" ", 0)).indexOf(name) + 1;
        return month > 0 && has(String.valueOf(month), Unit.MONTH);
    }

    private boolean has(String value, String unit) {
        Set<String> units = unitsByValue.get(value);
        return units != null && (unit.isEmpty() || units.contains(Unit.NONE) || units.contains(unit));
    }

    /** Full-width digits and signs to plain ones; raised digits and the wide comma count for no part of a number. */
    private static String normal(String text) {
        String plain = SPACED.matcher(text).replaceAll(",");
        plain = plain.replaceAll("[\\u00b2\\u00b3\\u00b9\\u2070-\\u209f]", " ")
                .replaceAll("(?<![０-９])，|，(?![０-９])", " ， ");
        StringBuilder out = new StringBuilder(plain.length());
        Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    if (c >= 0x80 && Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER)
                        out.append(Character.digit(c, 10));
                    else out.appendCodePoint(c);
                });
        return out.toString();
    }

    private static List<Claim> claims(String text) {
        List<Claim> claims = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        int from = 0;
        while (number.find(from)) {
            from = number.end();
            String written = number.group();
            if (number.group("digits") != null) from = digits(claims, text, number.start(), written);
            else if (number.group("han") != null) han(claims, text, number.start(), from, written);
            else words(claims, text, number.start(), written);
        }
        return claims;
    }

    /** Where the number ends: 1亿3000万 is one, and each of its parts may be meant as well. */
    private static int digits(List<Claim> claims, String text, int start, String written) {
        List<Multiplied> parts = Multiplied.read(text, start);
        int end = parts.get(parts.size() - 1).end();
        Set<String> total = parts.get(0).values();
        for (Multiplied part : parts.subList(1, parts.size())) {
            total = Multiplied.sums(total, part.values());
            claims.add(new Claim(written, part.values(), Unit.NONE, false));
        }
        if (parts.size() > 1) claims.add(new Claim(written, parts.get(0).values(), Unit.NONE, false));
        boolean partOfName =
                start > 0 && Character.isLetter(text.charAt(start - 1)) && text.charAt(start - 1) < LATIN_ENDS;
        boolean date = DATE.matcher(written).matches();
        claims.add(new Claim(text.substring(start, end), total, Unit.around(text, start, end), !partOfName && !date));
        String[] pieces = written.split("[.,'’]", 0);
        if (pieces.length > 2 || date)
            for (String piece : pieces)
                claims.add(new Claim(written, Set.of(DigitNumeral.key(new BigDecimal(piece))), Unit.NONE, date));
        return end;
    }

    private static void words(List<Claim> claims, String text, int start, String found) {
        String written = found.strip();
        BigDecimal value = EnglishNumeral.read(written);
        claims.add(new Claim(
                written,
                Set.of(DigitNumeral.key(value)),
                Unit.around(text, start, start + written.length()),
                value.compareTo(BigDecimal.ONE) > 0 && !ROUND.contains(written)));
    }

    private static void han(List<Claim> claims, String text, int start, int end, String written) {
        char first = written.charAt(0);
        boolean begins = HanNumeral.DIGITS.indexOf(first) >= 0 || "十拾两兩廿卅".indexOf(first) >= 0;
        if (TENTHS.matcher(text).region(end, text.length()).lookingAt()
                && HanNumeral.read(written).isPresent()) {
            BigDecimal percent = HanNumeral.read(written).get().multiply(BigDecimal.TEN);
            claims.add(new Claim(written + "成", Set.of(DigitNumeral.key(percent)), Unit.PERCENT, begins));
            return;
        }
        String value = HanNumeral.read(written).map(DigitNumeral::key).orElse(written);
        String unit = Unit.around(text, start, end);
        boolean counted = !unit.isEmpty() || (end < text.length() && MEASURES.indexOf(text.charAt(end)) >= 0);
        boolean about = start > 0 && "几数好若上成".indexOf(text.charAt(start - 1)) >= 0;
        boolean sure = begins && (written.length() > 1 || (counted && !about && !"一〇零".contains(written)));
        claims.add(new Claim(written, Set.of(value), unit, sure));
        // In 百三十 or 万五 the first character may belong to the word before.
        if (!begins && written.length() > 1)
            HanNumeral.read(written.substring(1))
                    .ifPresent(
                            rest -> claims.add(new Claim(written, Set.of(DigitNumeral.key(rest)), Unit.NONE, false)));
    }
}
