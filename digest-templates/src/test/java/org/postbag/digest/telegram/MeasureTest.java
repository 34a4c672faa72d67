package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postbag.digest.DisplayText;
import org.postbag.digest.Hostile;
import org.postbag.digest.Markup;

class MeasureTest {

    @Test
    void tagsCountAsEntitiesAndNotAsText() {
        Measure m = Measure.of("<b>ab</b> <a href=\"https://e.org/?a=1&amp;b\">c&lt;d</a>");
        assertThat(m.units()).isEqualTo(6);
        assertThat(m.entities()).isEqualTo(2);
    }

    @Test
    void anEmojiIsTwoUnitsAndAReferenceOneCharacter() {
        assertThat(Measure.of("😀&amp;&#39;&#128512;").units()).isEqualTo(2 + 1 + 1 + 2);
    }

    @Test
    void whatIsNoReferenceCountsAsItStands() {
        assertThat(Measure.of("a &nbsp; b").units()).isEqualTo(10);
    }

    @Test
    void entitiesThatTelegramMayAddItselfAreCountedApartButNotInsideLinks() {
        Measure m = Measure.of("see @one #two /three example.org <a href=\"https://x.org\">@four</a>");
        assertThat(m.automatic()).isGreaterThanOrEqualTo(4);
        assertThat(Measure.of("<a href=\"https://x.org\">@four</a>").automatic())
                .isZero();
    }

    @Test
    void agreesWithAStrictReaderOnAnythingEscaped() {
        for (int seed = 0; seed < 300; seed++) {
            String html = "<b>" + Markup.escape(DisplayText.clean(Hostile.text(new Random(seed), 60))) + "</b>";
            StrictHtml strict = StrictHtml.parse(html);
            assertThat(Measure.of(html).units()).isEqualTo(strict.text().length());
            assertThat(Measure.of(html).entities()).isEqualTo(strict.entities());
        }
    }

    @Test
    void addressesOfLinksTakeRoomOfTheirOwn() {
        Measure m = Measure.of("<a href=\"https://e.org/?a&amp;b\">x</a> é");
        assertThat(m.entityBytes()).isBetween("https://e.org/?a&b".length() + 12, 50);
        assertThat(m.bytes()).isEqualTo("<a href=\"https://e.org/?a&amp;b\">x</a> ".length() + 2);
        String link = "<a href=\"https://e.org/" + "q".repeat(1000) + "\">x</a>";
        assertThat(Measure.of(link.repeat(7)).fits()).isTrue();
        assertThat(Measure.of(link.repeat(9)).fits()).isFalse();
        assertThat(Measure.of("\"".repeat(4000).replace("\"", "&quot;&#39;").substring(0, 33_000))
                        .fits())
                .as("more than 32,768 bytes of HTML")
                .isFalse();
    }

    @Test
    void nothingIsDetectedInCode() {
        assertThat(Measure.of("<pre>a.b @c /d</pre> <code>#e</code>").automatic())
                .isZero();
        assertThat(Measure.of("<pre>a.b</pre> @c").automatic()).isEqualTo(1);
    }
}
