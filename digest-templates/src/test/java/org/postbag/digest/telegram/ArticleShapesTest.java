package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Content;
import org.postbag.posts.ReaderLanguage;

/** Shapes of articles that went wrong once. */
class ArticleShapesTest {

    private final TelegramRenderer renderer = new TelegramRenderer(new Templates(null));

    @Test
    void aBulletIsNoPartOfTheLinkThatBeginsItsItem() {
        assertThat(body("<ul><li><a href=\"https://e.org/\">here</a></li><li><code>x</code></li></ul>"))
                .isEqualTo("• <a href=\"https://e.org/\">here</a>\n• <code>x</code>");
    }

    @Test
    void anEmptyItemLeavesItsBulletToNoOtherParagraph() {
        assertThat(body("<ul><li>a</li><li> </li></ul><p>b</p>")).isEqualTo("• a\n\nb");
    }

    @Test
    void numbersOfAListStartWhereTheListSays() {
        assertThat(body("<ol start=\"5\"><li>a</li><li value=\"9\">b</li><li>c</li></ol>"))
                .isEqualTo("5. a\n9. b\n10. c");
        assertThat(body("<ol start=\"-99999999999\"><li>a</li></ol>")).isEqualTo("1. a");
    }

    @Test
    void anItemOutsideAnyListIndentsNothingAfterIt() {
        assertThat(body("<div><li>a</li></div><ol><li>b</li></ol><ul><li>c</li></ul>"))
                .isEqualTo("• a\n\n1. b\n\n• c");
    }

    @Test
    void paragraphsInsideTheCellsOfARowStandOnItsLine() {
        assertThat(
                        body(
                                "<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr><tr><td>d</td><td></td></tr></table>"))
                .isEqualTo("a | b c\nd |");
        assertThat(body("<table><tr><td><p>a</p><p>b</p></td></tr></table>"))
                .as("a table of one cell is no table")
                .isEqualTo("a\n\nb");
    }

    @Test
    void anImageInASentenceStandsApartFromTheWordsAround() {
        assertThat(body("<p>a <img src=\"https://e.org/i.png\" alt=\"pic\"> b</p>"))
                .isEqualTo("a <a href=\"https://e.org/i.png\">🖼 pic</a> b");
    }

    @Test
    void whatCannotBeSeenIsNoParagraph() {
        assertThat(body("<p>a</p><p>&nbsp;</p><p>\u200B\u3164</p><p>b</p>")).isEqualTo("a\n\nb");
        assertThat(body("<p>&nbsp;</p>")).contains("没有可读的正文");
    }

    @Test
    void lineSeparatorsJoinNoWords() {
        assertThat(body("<p>one\u2028two\u2029three\u0085four</p>")).isEqualTo("one two three four");
    }

    @Test
    void aTabInACodeBlockKeepsItsWidth() {
        assertThat(body("<pre>if x:\n\ty()</pre>")).isEqualTo("<pre>if x:\n    y()</pre>");
    }

    @Test
    void raisedAndLoweredDigitsStayRaisedAndLowered() {
        assertThat(body("<p>10<sup>−9</sup> m, H<sub>2</sub>O, x<sup>n</sup></p>"))
                .isEqualTo("10⁻⁹ m, H₂O, xn");
    }

    @Test
    void dotsInACodeBlockAreNotTakenForAddresses() {
        assertThat(article("<pre>" + "a.b.c(d.e);\n".repeat(150) + "</pre>")).hasSize(1);
        assertThat(article("<p><a href=\"https://e.org/\">" + "@someone a.bc ".repeat(150) + "</a></p>"))
                .hasSize(1);
    }

    @Test
    void flagsAreNotCutInHalves() {
        List<String> pieces = article("<p>x" + "🇨🇳🇸🇪".repeat(1500) + "</p>");
        assertThat(pieces).hasSize(3);
        for (String piece : pieces.subList(0, 2))
            assertThat(piece.endsWith("🇨🇳") || piece.endsWith("🇸🇪")).isTrue();
        assertThat(pieces.get(1)).containsPattern("^<b>2/3</b>\n\n(🇨🇳|🇸🇪)");
    }

    @Test
    void aSentenceTooLongIsCutWhereALineMayEnd() {
        List<String> pieces = article("<p>" + "seven words that have no full stop ".repeat(400) + "</p>");
        for (String piece : pieces)
            assertThat(StrictHtml.message(piece).text().strip())
                    .matches("(?s).*(seven|words|that|have|no|full|stop)")
                    .doesNotContainPattern("\n\n(even|ords|hat|ave|ull|top)");
    }

    @Test
    void addressesThatAreLongTogetherAreSpreadOverPieces() {
        StringBuilder html = new StringBuilder("<p>");
        for (int i = 0; i < 40; i++)
            html.append("<a href=\"https://e.org/")
                    .append("q".repeat(600))
                    .append(i)
                    .append("\">link</a> ");
        List<String> pieces = article(html + "</p>");
        assertThat(pieces).hasSizeGreaterThan(2);
        assertThat(pieces).allSatisfy(StrictHtml::message);
    }

    @Test
    void mentionsWithoutEndAreNotWrittenCrumbByCrumb() {
        for (String piece : article("<p>" + "@someone ".repeat(900) + "</p>")) StrictHtml.message(piece);
    }

    private String body(String html) {
        List<String> pieces = article(html);
        assertThat(pieces).hasSize(1);
        StrictHtml.message(pieces.get(0));
        return pieces.get(0).substring(pieces.get(0).indexOf("22:30") + 7);
    }

    private List<String> article(String html) {
        return renderer.article(
                SamplePosts.morning().get(8), new Content(html, ""), ReaderLanguage.ZH, SamplePosts.SHANGHAI);
    }
}
