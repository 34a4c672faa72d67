package org.postbag.posts.collect.jekyll;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/**
 * Writes a Jekyll site of made-up posts for measurements: each of about the same size, with words of its own, tags and
 * the archive's advert slots; every second one Chinese. The same seed always gives the same site.
 */
public final class JekyllSiteGenerator {
    private static final List<String> TAGS = List.of(
            "城市", "科技", "经济", "体育", "文化", "健康", "教育", "环境", "Tech", "World", "Science", "Music", "Travel", "Food");
    private static final String CONSONANTS = "bcdfghjklmnprstvwz";
    private static final String VOWELS = "aeiou";

    private final Random random;

    public JekyllSiteGenerator(long seed) {
        random = new Random(seed);
    }

    /**
     * Writes a whole site.
     *
     * @param folder where {@code _posts} is made
     * @param bytes size of each post, about
     * @param newest date of the last one; the others an hour apart before it
     */
    public void write(Path folder, int posts, int bytes, Instant newest) throws IOException {
        Path dir = Files.createDirectories(folder.resolve("_posts"));
        for (int i = 0; i < posts; i++) {
            Instant date = newest.minus(Duration.ofHours(posts - 1 - i));
            String day = date.atZone(ZoneOffset.UTC).toLocalDate().toString();
            Files.writeString(dir.resolve(day + "-post-" + i + ".md"), post(i, bytes, date, i % 2 == 0));
        }
    }

    /** One post as a file's text. */
    public String post(int number, int bytes, Instant date, boolean chinese) {
        String[] words = vocabulary(chinese);
        String title = (chinese ? sentence(words, true, 8) : sentence(words, false, 6)).replaceAll("[，。.,]", "") + " "
                + number;
        StringBuilder out = new StringBuilder(bytes + 500);
        String link = "https://news.example.org/story" + number;
        out.append("---\nlayout: post\ntitle: \"")
                .append(title)
                .append("\"\ndate: ")
                .append(date)
                .append('\n');
        out.append("author: ").append(words[0]).append("\nfrom: ").append(link).append("\ntags: [ ");
        out.append(pick(TAGS))
                .append(", ")
                .append(pick(TAGS))
                .append(" ]\n---\n<!--")
                .append(date.toEpochMilli())
                .append("-->\n");
        out.append('[').append(title).append("](").append(link).append(")\n------\n\n<div>\n");
        int size = 0;
        for (int paragraph = 0; size < bytes - 900; paragraph++) {
            StringBuilder text = new StringBuilder();
            for (int s = 3 + random.nextInt(3); s > 0; s--)
                text.append(sentence(words, chinese, 8 + random.nextInt(12))).append(chinese ? "" : " ");
            size += text.toString().getBytes(StandardCharsets.UTF_8).length;
            out.append("<p>").append(text).append("</p>");
            if (paragraph % 4 == 1) out.append("<section id=\"imu\"><div id=\"dfp-ad-imu1\">        </div></section>");
            if (paragraph % 4 == 3)
                out.append("<div id=\"innity-in-post\"></div><div id=\"dfp-ad-midarticlespecial\"> </div>");
        }
        out.append(
                "<a href=\"https://subscribe.example.org/promotions/99-cents/?utm_campaign=x&utm_source=y\" target=\"_blank\">");
        out.append("<img class=\"lazyload\" data-src=\"https://static.example.org/banner.jpg\" alt></a>\n</div>\n");
        return out.toString();
    }

    private String[] vocabulary(boolean chinese) {
        String[] words = new String[400];
        for (int i = 0; i < words.length; i++) words[i] = chinese ? han() : latin();
        return words;
    }

    private String han() {
        StringBuilder word = new StringBuilder();
        for (int n = 1 + random.nextInt(3); n > 0; n--) word.append((char) (0x4e00 + random.nextInt(3500)));
        return word.toString();
    }

    private String latin() {
        StringBuilder word = new StringBuilder();
        for (int n = 1 + random.nextInt(4); n > 0; n--)
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        return word.toString();
    }

    private String sentence(String[] words, boolean chinese, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            if (!chinese && i > 0) out.append(' ');
            out.append(words[random.nextInt(words.length)]);
            if (i % 6 == 5 && i < length - 1) out.append(chinese ? "，" : ",");
        }
        return out.append(chinese ? "。" : ".").toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
