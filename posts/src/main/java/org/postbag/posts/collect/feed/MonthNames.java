package org.postbag.posts.collect.feed;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names of months as feeds write them: in full, shortened or misspelt, in the languages whose feeds do it. The stems are
 * compared without accents and case.
 */
final class MonthNames {
    private static final String[] STEMS = {
        "jan gen ene янв янв січ ιαν sty oca led",
        "feb fev fév feb févr лют фев φεβ lut sub úno",
        "mar mär mär mrt maa мар бер μαρ bře",
        "apr avr abr ápr апр кві απρ kwi nis dub",
        "may mai mag maj mei máj máuj мая май тра μάι μαϊ μάώ μαώ květ",
        "jun juin giu jún июн чер ιούν ιον cze haz červen",
        "jul juil lug júl июл лип ιούλ ιολ lip tem červenec",
        "aug aoû aou ago авг сер αύγ sie ağu srp",
        "sep set szep сен вер σεπ wrz eyl zář",
        "oct okt ott out окт жов οκτ paź eki říj",
        "nov ноя лис νοέ lis kas",
        "dec dez déc dic des дек гру δεκ gru ara pro"
    };

    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= STEMS.length; month++)
            for (String stem : STEMS[month - 1].split(" ", -1)) months.put(plain(stem), month);
        return months;
    }

    /** @return 1 to 12; 0 when the word names no month */
    static int month(String word) {
        String plain = plain(word);
        for (int length = Math.min(plain.length(), 8); length >= 3; length--) {
            Integer month = MONTHS.get(plain.substring(0, length));
            if (month != null) return month;
        }
        return 0;
    }

    private static String plain(String word) {
        String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder(apart.length());
        apart.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString().replace('ς', 'σ');
    }
}
