package org.postbag.posts.collect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashtags that a text is marked with, {@code #like_this} or {@code #像这样#}: for posts of feeds and pages that carry
 * no tags of their own. Numbers ({@code #12}) and colours are none.
 */
final class Hashtags {
    private static final int MOST = 5;
    private static final int BEGINNING = 5_000;
    private static final Pattern TAG =
            Pattern.compile("(?:^|[\\s，。！？、；：（(\\[「『“\"'])[#＃]([\\p{L}\\p{N}_\\p{M}·-]{2,40})");

    private static final Pattern NO_TAG = Pattern.compile("[0-9_-]+|[0-9a-fA-F]{6}|[0-9a-fA-F]{3}");

    private Hashtags() {}

    /** Each once, in the order of the text, without the sign. */
    static List<String> of(String text) {
        List<String> tags = new ArrayList<>();
        if (text.indexOf('#') < 0 && text.indexOf('＃') < 0) return tags;
        Matcher matcher = TAG.matcher(text.substring(0, Math.min(BEGINNING, text.length())));
        while (tags.size() < MOST && matcher.find()) {
            String tag = matcher.group(1);
            if (!NO_TAG.matches(tag) && !tags.contains(tag)) tags.add(tag);
        }
        return tags;
    }
}
