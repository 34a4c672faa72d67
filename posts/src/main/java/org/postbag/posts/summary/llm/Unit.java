package org.postbag.posts.summary.llm;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a number counts, where a word or sign beside it says so; spellings of the same unit have one symbol. */
final class Unit {
    /** Nothing known: it agrees with every unit. */
    static final String NONE = "";

    static final String PERCENT = "%";
    static final String MONTH = "month";

    private static final String DAY = "day";
    private static final String MONTHS = "january february march april may june july august september october november"
            + " december jan feb mar apr jun jul aug sep sept oct nov dec";

    private static final Map<String, String> AFTER = units(
            """
            % % | ％ % | percent % | per_cent % | pct % | ‰ ‰ | 个百分点 pp | 個百分點 pp | 百分点 pp | 百分點 pp
            percentage_point pp | percentage_points pp | 美元 usd | 美金 usd | dollar usd | dollars usd | usd usd | 欧元 eur | 歐元 eur
            euro eur | euros eur | eur eur | 英镑 gbp | 英鎊 gbp | 日元 jpy | 日圆 jpy | yen jpy | jpy jpy | 港元 hkd | 港币 hkd
            韩元 krw | won krw | 卢布 rub | 人民币 cny | 元 cny | 块 cny | yuan cny | rmb cny | cny cny | 平方公里 km2 | 平方千米 km2
            平方米 m2 | 立方米 m3 | 公里 km | 千米 km | km km | kilometre km | kilometres km | kilometer km | kilometers km | 米 m
            metre m | metres m | meter m | meters m | 英里 mile | mile mile | miles mile | 英尺 foot | foot foot | feet foot | 厘米 cm
            公分 cm | cm cm | 毫米 mm | mm mm | 公斤 kg | 千克 kg | kg kg | kilogram kg | kilograms kg | 吨 t | 噸 t | ton t | tons t
            tonne t | tonnes t | 亩 mu | 公顷 ha | hectare ha | hectares ha | ℃ c | °c c | 摄氏度 c | °f f | 年 year | year year
            years year | 个月 month | 個月 month | 月 month | month month | months month | 日 day | 天 day | 号 day | day day | days day
            周 week | 週 week | 星期 week | week week | weeks week | 小时 hour | 小時 hour | hour hour | hours hour | 分钟 minute | 分鐘 minute
            minute minute | minutes minute | 秒 second | second second | seconds second | 岁 age | 歲 age | 倍 times
            gb gb | mb mb | kb kb | tb tb | kwh kwh | mw mw | gw gw | 千瓦时 kwh
            """);
    private static final Map<String, String> BEFORE =
            units("us$ usd | hk$ hkd | $ usd | € eur | £ gbp | ¥ cny | ￥ cny | rmb cny | usd usd | eur eur | 百分之 %");
    private static final Pattern FOLLOWS =
            Pattern.compile("(?:st|nd|rd|th)?(?:\\sof)?[\\s-]?(" + alternatives(AFTER) + ")(?![\\p{IsLatin}])");
    private static final Pattern PRECEDES = Pattern.compile("(?<!\\p{IsLatin})(" + alternatives(BEFORE) + ")\\.?\\s?$");
    private static final int LONGEST = 12;

    private Unit() {}

    /** The symbol of the unit around the number in [start, end) of a text in lower case. */
    static String around(String text, int start, int end) {
        Matcher before = PRECEDES.matcher(text.substring(Math.max(0, start - LONGEST), start));
        if (before.find()) return BEFORE.getOrDefault(before.group(1), NONE);
        Matcher after = FOLLOWS.matcher(text);
        if (after.region(end, text.length()).lookingAt()) return AFTER.getOrDefault(after.group(1), NONE);
        return NONE;
    }

    private static Map<String, String> units(String table) {
        Map<String, String> units = new TreeMap<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String row : table.strip().split("\\s*[|\\n]\\s*", 0)) {
            String[] cells = row.strip().split("\\s+", 0);
            units.put(cells[0].replace('_', ' ').toLowerCase(Locale.ROOT), cells[1]);
        }
        // The number beside a month's name is a day's.
        for (String month : MONTHS.split(" ", 0)) units.put(month, DAY);
        return units;
    }

    private static String alternatives(Map<String, String> units) {
        return units.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
