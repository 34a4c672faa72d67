package org.postbag.posts.collect.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The months in the languages that pages are commonly written in, whole or shortened to three letters or more. */
final class MonthNames {
    private static final String[] NAMES = {
        "january januar janvier enero gennaio janeiro januari styczeń stycznia января jän",
        "february februar février fevrier febrero febbraio fevereiro februari luty lutego февраля",
        "march märz mars marzo março marco maart marzec marca марта mrz",
        "april avril abril aprile kwiecień kwietnia апреля",
        "may mai mayo maggio maio mei maj maja мая",
        "june juni juin junio giugno junho czerwiec czerwca июня",
        "july juli juillet julio luglio julho lipiec lipca июля",
        "august août aout agosto augustus augusti sierpień sierpnia августа",
        "september septembre septiembre settembre setembro wrzesień września сентября",
        "october oktober octobre octubre ottobre outubro październik października октября okt",
        "november novembre noviembre novembro listopad listopada ноября",
        "december dezember décembre decembre diciembre dicembre dezembro grudzień grudnia декабря"
    };
    private static final Map<String, Integer> MONTHS = read();

    private static Map<String, Integer> read() {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < NAMES.length; i++) {
            for (String name : NAMES[i].split(" ", -1)) {
                months.put(name, i + 1);
                // What is short for two months keeps the meaning of the earlier one.
                for (int length = 3; length < Math.min(6, name.length()); length++)
                    months.putIfAbsent(name.substring(0, length), i + 1);
            }
        }
        return Map.copyOf(months);
    }

    private MonthNames() {}

    /** 1 to 12; 0 when it is no month's name. */
    static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }
}
