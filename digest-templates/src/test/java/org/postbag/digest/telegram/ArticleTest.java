package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.digest.DisplayText;
import org.postbag.digest.Hostile;
import org.postbag.digest.Markup;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class ArticleTest {

    private final TelegramRenderer renderer = new TelegramRenderer(new Templates(null));

    @Test
    void everyPartOfAnArticleBecomesSomethingTelegramCanShow() {
        List<String> pieces = article(SamplePosts.content());
        assertThat(pieces).hasSize(1);
        assertThat(pieces.get(0))
                .startsWith(
                        "<a href=\"https://news.example.org/zh/2026/9\"><b>深海采样器带回一万米处的盐水样本</b></a>\ngangwan-bao · 2026年11月21日 22:30\n\n")
                .contains("停留七小时，带回一管保持<a href=\"https://news.example.org/brine?a=1&amp;b=2\">原压</a>的盐水。")
                .contains("\n\n<b>怎样采到的</b>\n\n")
                .contains("\n\n• 深度：10 907 米\n• 压力：<code>1.1e8 Pa</code>\n  • 误差小于千分之一\n\n1. 下潜\n2. 采样\n3. 上浮\n\n")
                .contains("<blockquote>It never left its native pressure.\n\nSo said the log.</blockquote>")
                .contains("<a href=\"https://news.example.org/i/1.jpg\">🖼 甲板上的采样器</a>")
                .contains("<pre>depth  pressure\n9000   0.9e8\n10907  1.1e8</pre>")
                .contains("<b>航次 | 深度</b>\n一 | 9 000\n二 | 10 907");
    }

    @Test
    void aLongArticleIsCutBetweenParagraphsAndThePiecesAreMarked() {
        String paragraph = "<p>" + "这一段讲的是采样器怎样在海沟底部工作。".repeat(20) + "</p>";
        List<String> pieces = article(new Content(paragraph.repeat(30), ""));
        assertThat(pieces).hasSizeGreaterThan(2);
        assertThat(pieces.get(0)).startsWith("<b>1/" + pieces.size() + "</b> <a href");
        for (int i = 1; i < pieces.size(); i++)
            assertThat(pieces.get(i)).startsWith("<b>" + (i + 1) + "/" + pieces.size() + "</b>\n\n这一段");
        assertThat(pieces).allSatisfy(piece -> assertThat(piece).endsWith("工作。"));
    }

    @Test
    void aParagraphTooLongForAMessageIsCutBetweenSentencesWithItsTagsReopened() {
        String html =
                "<blockquote><b>" + "One sentence of many that follow each other. ".repeat(300) + "</b></blockquote>";
        List<String> pieces = article(new Content(html, ""));
        assertThat(pieces).hasSizeGreaterThan(2);
        assertThat(pieces.get(1)).contains("\n\n<blockquote><b>One sentence").endsWith("</b></blockquote>");
        for (String piece : pieces)
            assertThat(StrictHtml.parse(piece).text().strip()).endsWith("each other.");
    }

    @Test
    void aSentenceWithoutEndIsCutBetweenCharactersButNeverInsideOne() {
        String family = "👩‍👩‍👧‍👦";
        List<String> pieces = article(new Content("<p>" + family.repeat(1500) + "</p>", ""));
        StringBuilder whole = new StringBuilder();
        for (String piece : pieces) {
            String text = StrictHtml.parse(piece).text();
            String emoji = text.substring(text.indexOf(family));
            assertThat(emoji.length() % family.length())
                    .as("whole families only")
                    .isZero();
            whole.append(emoji);
        }
        assertThat(whole.toString()).isEqualTo(family.repeat(1500));
    }

    @Test
    void aThousandLinksInOneSentenceAreSpreadOverPieces() {
        String html = "<p>" + "<a href=\"https://e.org/1\">a</a> <b>b</b> ".repeat(1000) + "</p>";
        List<String> pieces = article(new Content(html, ""));
        for (String piece : pieces)
            assertThat(StrictHtml.parse(piece).entities()).isLessThanOrEqualTo(100);
        assertThat(pieces.stream()
                        .mapToInt(p -> StrictHtml.parse(p).links().size())
                        .sum())
                .isEqualTo(1001);
    }

    @Test
    void linksThatLeadNowhereSafeAreText() {
        String piece = article(new Content("<p><a href=\"javascript:alert(1)\">press</a></p>", ""))
                .get(0);
        assertThat(piece).endsWith("\n\npress");
    }

    @Test
    void withoutHtmlThePlainTextIsShownAndWithoutTextASentenceThatSaysSo() {
        assertThat(article(new Content("", "First.\n\nSecond.")).get(0)).endsWith("\n\nFirst.\n\nSecond.");
        assertThat(article(new Content("<p> </p>", " ")).get(0)).contains("没有可读的正文");
    }

    @Test
    void tagsNestedTenThousandDeepAreReadAllTheSame() {
        String html = "<div>".repeat(10_000) + "deep" + "</div>".repeat(10_000);
        assertThat(String.join("", article(new Content(html, "")))).contains("deep");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverTheArticleIsEachPieceIsAcceptedAndNoCharacterIsLost(long seed) {
        Random random = new Random(seed);
        StringBuilder html = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        List<String> open = List.of(
                "<p>%s</p>",
                "<h2>%s</h2>",
                "<blockquote><p>%s</p></blockquote>",
                "<pre>%s</pre>",
                "<p><b><i>%s</i></b></p>",
                "<p><a href=\"https://e.org/?q=1&amp;r\">%s</a></p>",
                "<p><code>%s</code></p>",
                "<ul><li>%s</li></ul>");
        for (int i = random.nextInt(40); i >= 0; i--) {
            String text = Hostile.text(random, random.nextInt(random.nextInt(8) == 0 ? 2000 : 50));
            html.append(String.format(open.get(random.nextInt(open.size())), Markup.escape(DisplayText.clean(text))));
            expected.append(DisplayText.clean(text));
        }
        List<String> pieces = article(new Content(html.toString(), ""));
        StringBuilder seen = new StringBuilder();
        for (String piece : pieces) {
            StrictHtml parsed = StrictHtml.message(piece);
            seen.append(parsed.text().replaceFirst("^\\d+/\\d+\\s", ""));
        }
        String head = seen.substring(0, seen.indexOf("22:30") + 5);
        assertThat(bare(seen.substring(head.length()).replace("• ", ""))).isEqualTo(bare(expected.toString()));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
    }

    private List<String> article(Content content) {
        Post post = SamplePosts.morning().get(8);
        return renderer.article(post, content, ReaderLanguage.ZH, SamplePosts.SHANGHAI);
    }
}
