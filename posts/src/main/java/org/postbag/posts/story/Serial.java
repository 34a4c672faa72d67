package org.postbag.posts.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a title says of the instalment it announces: versions ("Ruby 2.6.6"), and the number or day of a series ("Daily
 * thread, 3 May", "周报第 12 期"). Two instalments are two stories, however alike they are.
 */
final class Serial {
    private static final Pattern VERSION = Pattern.compile(
            "\\bv\\d{1,9}(?:\\.\\d{1,9}){0,5}\\b|(?<![\\d.$€£¥])\\d{1,9}(?:\\.\\d{1,9}){2,5}(?![\\d.])");
    private static final Pattern RELEASE = Pattern.compile("releas|version|发布|版");
    /** A number with a point that is no price and no share. */
    private static final Pattern POINT = Pattern.compile(
            "(?<![\\d.$€£¥])\\d{1,4}\\.\\d{1,4}(?![\\d.%％])(?! ?(?:percent|cent|million|billion|万|亿|元|美元))");

    private static final Pattern INSTALMENT =
            Pattern.compile("\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\b"
                    + "|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|周[一二三四五六日]|星期[一二三四五六日]"
                    + "|第? ?[零〇一二三四五六七八九十百]{1,6} ?[期集回季周]|\\d{1,9}");
    /** Where the number of an instalment stands: after a sign for it, before a measure for it, or last. */
    private static final Pattern SERIES = Pattern.compile(
            "(?:#|\\bno\\.?|\\bissue|\\bepisode|\\bweek|\\bday|\\bpart|\\bvol\\.?) ?\\d|第 ?\\d{1,9} ?[期集回季周]|第 ?[零〇一二三四五六七八九十百]{1,6} ?[期集回季周]"
                    + "|\\b(?:daily|weekly|monthly|nightly)\\b|[日周月]报|早报|晚报|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4}年\\d{1,2}月");

    private boolean named;
    private final Set<String> versions = new HashSet<>();
    /** The instalment, by the title without it. */
    private final Map<String, String> series = new HashMap<>();

    /** The title is to be folded; the date stands for an instalment that the title of a series does not name. */
    static Serial of(String title, Instant date) {
        Serial serial = new Serial();
        collect(VERSION, title, serial.versions);
        if (RELEASE.matcher(title).find()) collect(POINT, title, serial.versions);
        if (SERIES.matcher(title).find()) {
            serial.named = true;
            Matcher parts = INSTALMENT.matcher(title);
            StringBuilder instalment = new StringBuilder();
            while (parts.find()) instalment.append(parts.group()).append(' ');
            if (instalment.length() == 0) instalment.append(date.truncatedTo(ChronoUnit.DAYS));
            serial.series.put(parts.replaceAll("#"), instalment.toString());
        }
        return serial;
    }

    private static void collect(Pattern pattern, String title, Set<String> found) {
        Matcher matcher = pattern.matcher(title);
        while (matcher.find()) found.add(matcher.group().replace("v", ""));
    }

    /** Whether the title is that of a series. */
    boolean isNamed() {
        return named;
    }

    boolean differs(Serial other) {
        if (!versions.isEmpty()
                && !other.versions.isEmpty()
                && versions.stream().noneMatch(other.versions::contains)) return true;
        for (Map.Entry<String, String> one : series.entrySet()) {
            String instalment = other.series.get(one.getKey());
            if (instalment != null && !instalment.equals(one.getValue())) return true;
        }
        return false;
    }

    void add(Serial other) {
        versions.addAll(other.versions);
        series.putAll(other.series);
    }
}
