package org.postbag.digest;

import java.util.List;
import java.util.Random;

/** Text of the kind strangers send: any script, emoji, markup, controls, of any length. The same seed gives the same. */
public final class Hostile {

    private static final List<String> SCRAPS = List.of(
            "海湾大学发布新型芯片",
            "word ",
            "العربية ",
            "עברית ",
            "日本語の文章。",
            "한국어 ",
            "👩‍👩‍👧‍👦",
            "🏳️‍🌈",
            "🇨🇳🇸🇪",
            "e\u0301\u0302",
            "𠮷野家",
            "<b>",
            "</blockquote>",
            "<script>alert(1)</script>",
            "&amp;",
            "&",
            "\"'",
            "\u202Egnp.exe\u202C",
            "\u2066x\u2069",
            "\u0000\u0001\u0002\u0007\u001b[31m",
            "\t",
            "\n\n",
            "https://example.com/x?a=1&b=2 ",
            "@someone ",
            "#tag ",
            "/start ",
            "$TON ",
            "+46 70 123 45 67 ",
            "{{ item }} {% if %}",
            "\uD83D",
            "\uDE00",
            "。",
            "！",
            ". ",
            "x",
            " ");

    private Hostile() {}

    /** About {@code scraps} scraps one after another. */
    public static String text(Random random, int scraps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < scraps; i++) text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
        return text.toString();
    }

    /** Never blank. */
    public static String title(Random random, int scraps) {
        return "T" + text(random, scraps);
    }
}
