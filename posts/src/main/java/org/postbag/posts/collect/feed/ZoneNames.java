package org.postbag.posts.collect.feed;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Zones as dates in feeds write them: numbers, the names of RFC 822 section 5 (the military letters with its signs), the
 * abbreviations that publishers use besides, {@code Etc/GMT}, {@code GMT+8}, {@code Asia/Shanghai}.
 */
final class ZoneNames {
    private static final String NAMED = "ut 0 utc 0 gmt 0 z 0 wet 0 uct 0 "
            + "adt -180 ast -240 at -240 edt -240 est -300 et -300 cdt -300 cst -360 ct -360 mdt -360 mst -420 mt -420 "
            + "pdt -420 pst -480 pt -480 akdt -480 akst -540 hdt -540 hst -600 hast -600 ndt -150 nst -210 "
            + "brst -120 brt -180 art -180 clst -180 clt -240 pet -300 cot -300 "
            + "west 60 bst 60 cet 60 met 60 mez 60 wat 60 cest 120 mest 120 mesz 120 eet 120 sast 120 cat 120 "
            + "eest 180 msk 180 eat 180 trt 180 msd 240 gst 240 irst 210 pkt 300 yekt 300 ist 330 npt 345 "
            + "wib 420 ict 420 hkt 480 sgt 480 myt 480 pht 480 awst 480 jst 540 kst 540 acst 570 aest 600 acdt 630 "
            + "aedt 660 nzst 720 nzdt 780 "
            + "a -60 b -120 c -180 d -240 e -300 f -360 g -420 h -480 i -540 k -600 l -660 m -720 "
            + "n 60 o 120 p 180 q 240 r 300 s 360 t 420 u 480 v 540 w 600 x 660 y 720";

    private static final Map<String, Integer> MINUTES = minutes();

    /** Dates are compared in lower case; the names of regions are not. */
    private static final Map<String, String> REGIONS = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toMap(id -> id.toLowerCase(Locale.ROOT), id -> id, (one, same) -> one));

    private ZoneNames() {}

    private static Map<String, Integer> minutes() {
        Map<String, Integer> minutes = new HashMap<>();
        String[] words = NAMED.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) minutes.put(words[i], Integer.valueOf(words[i + 1]));
        return minutes;
    }

    /** @return the zone that a word means; empty when it means none */
    static Optional<ZoneId> zone(String word) {
        String name = word.toLowerCase(Locale.ROOT).replace(".", "");
        if (name.startsWith("etc/")) name = name.substring(4);
        Integer minutes = MINUTES.get(name);
        if (minutes != null) return Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60));
        if (name.startsWith("gmt") || name.startsWith("utc")) return offset(name.substring(3));
        if (name.startsWith("+") || name.startsWith("-")) return offset(name);
        return word.indexOf('/') > 0 ? region(name) : Optional.empty();
    }

    private static Optional<ZoneId> region(String name) {
        return Optional.ofNullable(REGIONS.get(name)).map(ZoneId::of);
    }

    /** {@code +8}, {@code +08}, {@code +0800}, {@code +08:00}, {@code -5:30}. */
    static Optional<ZoneId> offset(String text) {
        if (text.length() < 2 || (text.charAt(0) != '+' && text.charAt(0) != '-')) return Optional.empty();
        String[] parts = text.substring(1).split(":", -1);
        String hours = parts[0];
        String minutes = parts.length > 1 ? parts[1] : "";
        if (parts.length == 1 && hours.length() > 2) {
            int cut = hours.length() > 4 ? 2 : hours.length() - 2;
            minutes = hours.substring(cut, cut + 2);
            hours = hours.substring(0, cut);
        }
        if (!isNumber(hours) || (!minutes.isEmpty() && !isNumber(minutes))) return Optional.empty();
        int total = Integer.parseInt(hours) * 60 + (minutes.isEmpty() ? 0 : Integer.parseInt(minutes));
        if (total > 18 * 60) return Optional.empty();
        return Optional.of(ZoneOffset.ofTotalSeconds((text.charAt(0) == '-' ? -60 : 60) * total));
    }

    private static boolean isNumber(String s) {
        return !s.isEmpty() && s.length() <= 2 && s.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
