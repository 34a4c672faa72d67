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
            "🇨🇳",
            "👍🏽",
            "1️⃣",
            "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
            "ภาษาไทย",
            "हिन्दी क्ष्म ",
            "རྒྱལ་",
            "a" + "\u0301\u0489\u0335\u0353".repeat(6),
            "\u202D\u202Eoverride",
            "\u200F\u061C",
            "\u200B",
            "x\u2028y\u2029z",
            "\r",
            "\u00A0",
            "\u3000",
            "a.b.c.d ",
            "<a href=\"tg://user?id=1\">x</a>",
            "&#x202E;&nbsp;",
            "1234567890123456 ",
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

    /** Of every kind that is too much: thousands of characters without an end, a break, or a base. */
    public static String tooMuch(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> "长".repeat(5000);
            case 1 -> "😀".repeat(4096);
            case 2 -> "👩‍👩‍👧‍👦".repeat(1000);
            case 3 -> "👩" + "‍👩".repeat(3000);
            case 4 -> "🇨🇳🇸🇪".repeat(1100);
            case 5 -> "a" + "\u0301".repeat(5000);
            case 6 -> "w".repeat(1 + random.nextInt(9000));
            case 7 -> "\u202E" + "مرحبا ".repeat(900) + "\u2067";
            case 8 -> "@someone #tag /start a.bc ".repeat(250);
            default -> "<b>&\"'".repeat(1000) + " ".repeat(3000) + "end";
        };
    }

    /** Never blank. */
    public static String title(Random random, int scraps) {
        return "T" + text(random, scraps);
    }
}
