package org.postbag.digest.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.digest.PlainLines;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** The plain part says all that the HTML says, and is as easy to read. */
class PlainTwinTest {

    private final EmailRenderer renderer = new EmailRenderer(new Templates(null));

    @Test
    void everyKindOfMailSaysTheSameTwice() {
        MailSamples.all().forEach(PlainTwinTest::saysTheSame);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aDigestOfAnyPostsSaysTheSameTwice(long seed) {
        Random random = new Random(seed);
        for (int items = 1; items <= 60; items += 1 + random.nextInt(6)) {
            ReaderLanguage lang = random.nextBoolean() ? ReaderLanguage.ZH : ReaderLanguage.EN;
            List<Post> posts = new ArrayList<>();
            for (int i = 1; i <= items; i++) {
                Post like = SamplePosts.morning().get(random.nextInt(14));
                String title = like.title() + " " + i + (random.nextInt(4) == 0 ? " & <b>“more”</b>" : "");
                posts.add(SamplePosts.post(
                        i,
                        title,
                        like.summary().repeat(random.nextInt(4)),
                        like.tags(),
                        random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 0,
                        like.date().minusSeconds(i)));
            }
            saysTheSame(
                    "seed " + seed + ", " + items + " items",
                    renderer.digest(MailSamples.digest(posts, lang), MailSamples.LINKS));
        }
    }

    private static void saysTheSame(String name, EmailBody mail) {
        Document page = Jsoup.parse(mail.html());
        page.select("[style*=display:none]").remove(); // the preheader is made of titles that follow
        String together = squeezed(mail.text());
        for (Element e : page.body().select("*"))
            for (TextNode text : e.textNodes())
                assertThat(together)
                        .as(name)
                        .contains(squeezed(text.getWholeText()).replaceAll("^·|·$", ""));
        for (String link : page.select("a").eachAttr("href"))
            assertThat(mail.text()).as(name).contains(link);
        for (String image : page.select("img").eachAttr("alt"))
            assertThat(together).as(name).contains(squeezed(image));
        List<String> numbers = page.select("td.n").eachText();
        if (!numbers.isEmpty()) assertThat(numbers(mail.text())).as(name).isEqualTo(numbers);
        isEasyToRead(name, mail.text());
    }

    /** Line ends differ, and so may spaces, and the dots between names; nothing else. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }

    private static List<String> numbers(String text) {
        return Pattern.compile("(?:^|(?<=\n\n))(\\d+)\\. ")
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static void isEasyToRead(String name, String text) {
        assertThat(text.replace("\n-- \n", "\n"))
                .as(name)
                .doesNotContain("\t", "\r", " \n", "\n\n\n")
                .endsWith("\n")
                .doesNotContain("&amp;lt;");
        for (String line : text.split("\n")) {
            assertThat(line).as(name).doesNotStartWith(">");
            String breakable = line.replaceAll("(https?://|mailto:)\\S+", "");
            boolean oneWord = !line.strip().contains(" ") && line.codePoints().noneMatch(Character::isIdeographic);
            if (!oneWord && breakable.equals(line) && !name.startsWith("hostile"))
                assertThat(PlainLines.width(line)).as(name + ": " + line).isLessThanOrEqualTo(PlainLines.WIDTH);
        }
        for (MatchResult rule : Pattern.compile("(?m)^(.+)\n(=+|~+|-{3,})$")
                .matcher(text)
                .results()
                .toList()) assertThat(rule.group(2)).as(name).hasSizeLessThanOrEqualTo(PlainLines.WIDTH);
    }

    @Test
    void mailProgramsFindTheFooterAndNothingElseBehindTheSeparator() {
        MailSamples.all().forEach((name, mail) -> {
            boolean footer = !name.startsWith("answer");
            assertThat(mail.text().split("\n-- \n", -1)).as(name).hasSize(footer ? 2 : 1);
            assertThat(mail.text()).as(name).doesNotContain("\n--\n");
        });
        String said = renderer.plain("A", List.of("One\n-- \ntwo"), null, ReaderLanguage.EN, MailSamples.LINKS)
                .text();
        assertThat(said).contains("One\n--\ntwo\n\n-- \nChange settings");
    }

    @Test
    void headingsAreUnderlinedAsWideAsTheyAre() {
        String text = renderer.digest(MailSamples.digest(SamplePosts.morning(), ReaderLanguage.ZH), MailSamples.LINKS)
                .text();
        assertThat(text)
                .startsWith("晨报\n====\n2026年11月22日 星期日 · Asia/Shanghai\n")
                .contains("\n\n科研 (3)\n--------\n\n");
    }

    @Test
    void anArticleKeepsItsShapeInPlainText() {
        assertThat(MailSamples.all().get("articles-en").text())
                .contains(
                        "保持原压[1]的盐水。\n\n怎样采到的\n~~~~~~~~~~\n\n",
                        "\n- 压力：1.1e8 Pa\n  - 误差小于千分之一\n\n1. 下潜\n2. 采样\n3. 上浮\n\n    It never left",
                        "\n[Image: 甲板上的采样器] [2]\n",
                        "\n    depth  pressure\n    9000   0.9e8\n",
                        "\n航次 | 深度\n一 | 9 000\n",
                        "\n[1] https://news.example.org/brine?a=1&b=2\n");
    }
}
