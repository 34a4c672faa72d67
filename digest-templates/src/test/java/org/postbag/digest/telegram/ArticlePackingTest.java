package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.digest.DisplayText;
import org.postbag.digest.Hostile;
import org.postbag.digest.Markup;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** Any article comes in messages that Telegram accepts, whose texts one after another are the article's text. */
class ArticlePackingTest {

    private static final List<String> INLINE = List.of("b", "i", "em", "strong", "u", "s", "code", "a", "span", "kbd");

    private final TelegramRenderer renderer = new TelegramRenderer(new Templates(null));

    /** An article as HTML, and its text as it must be read, written side by side. */
    private static final class Draft {
        private final Random random;
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder text = new StringBuilder();

        Draft(Random random) {
            this.random = random;
        }

        void words(int scraps) {
            boolean much = random.nextInt(60) == 0;
            String words = DisplayText.clean(much ? Hostile.tooMuch(random) : "x" + Hostile.text(random, scraps));
            html.append(Markup.escape(words));
            text.append(words);
        }

        void inline(int depth) {
            words(random.nextInt(random.nextInt(9) == 0 ? 300 : 9));
            if (depth == 0) return;
            for (int i = random.nextInt(4); i > 0; i--) {
                String tag = INLINE.get(random.nextInt(INLINE.size()));
                // A link inside a link would end the outer one: HTML has none.
                if (tag.equals("a") && random.nextBoolean()) {
                    html.append("<a href=\"https://e.org/?a=1&amp;")
                            .append("b".repeat(random.nextInt(900)))
                            .append("\">");
                    words(2);
                    html.append("</a>");
                    continue;
                }
                if (tag.equals("a")) tag = "b";
                html.append('<').append(tag).append('>');
                inline(depth - 1);
                html.append("</").append(tag).append("> ");
                if (random.nextInt(5) == 0) html.append("<br>");
            }
        }

        void block(int depth) {
            switch (random.nextInt(depth == 0 ? 4 : 8)) {
                case 0, 1 -> within("p", () -> inline(random.nextInt(5)));
                case 2 -> within("h" + (1 + random.nextInt(6)), () -> inline(1));
                case 3 -> within("pre", () -> within("code", () -> words(random.nextInt(120))));
                case 4 -> within("blockquote", () -> blocks(1 + random.nextInt(3), depth - 1));
                case 5 ->
                    within("ul", () -> {
                        for (int i = random.nextInt(5); i >= 0; i--)
                            within("li", () -> {
                                if (random.nextInt(3) == 0) blocks(1, depth - 1);
                                else inline(1);
                            });
                    });
                case 6 ->
                    within("table", () -> {
                        int columns = 1 + random.nextInt(3);
                        for (int r = random.nextInt(6); r >= 0; r--)
                            within("tr", () -> {
                                for (int c = 0; c < columns; c++)
                                    within(random.nextInt(4) == 0 ? "th" : "td", this::cell);
                            });
                    });
                default -> {
                    String alt = "pic" + random.nextInt(99);
                    html.append("<figure><img src=\"https://e.org/i.png\" alt=\"" + alt + "\"></figure>");
                    text.append("🖼").append(alt);
                }
            }
        }

        private void cell() {
            if (random.nextBoolean()) within("p", () -> inline(1));
            else words(3);
        }

        void blocks(int count, int depth) {
            for (int i = 0; i < count; i++) block(depth);
        }

        private void within(String tag, Runnable inside) {
            html.append('<').append(tag).append('>');
            inside.run();
            html.append("</").append(tag).append(">");
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void articlesOfAnything(long seed) {
        Draft draft = new Draft(new Random(seed));
        draft.blocks(1 + draft.random.nextInt(25), 4);
        assertWhole(draft);
    }

    @Test
    void threeHundredThousandCharactersInOneParagraph() {
        Draft draft = new Draft(new Random(1));
        draft.within("p", () -> {
            while (draft.text.length() < 300_000) draft.words(20);
        });
        assertWhole(draft);
    }

    @Test
    void threeHundredThousandCharactersWithoutASpaceInBoldInsideALink() {
        Draft draft = new Draft(new Random(2));
        draft.html
                .append("<p><a href=\"https://e.org/")
                .append("&amp;".repeat(1900))
                .append("\"><b>");
        draft.html.append("长".repeat(300_000)).append("</b></a></p>");
        draft.text.append("长".repeat(300_000));
        assertWhole(draft);
    }

    @Test
    void manyLongLinks() {
        Draft draft = new Draft(new Random(3));
        draft.within("p", () -> {
            for (int i = 0; i < 600; i++) {
                draft.html
                        .append("<a href=\"https://e.org/")
                        .append("q".repeat(i * 3))
                        .append("\">");
                draft.words(1);
                draft.html.append("</a> ");
            }
        });
        assertWhole(draft);
    }

    @Test
    void inlineMarkupTenThousandDeep() {
        Draft draft = new Draft(new Random(4));
        draft.html.append("<p>" + "<b><i><u>".repeat(3000));
        draft.words(50);
        draft.html.append("</u></i></b>".repeat(3000) + "</p>");
        draft.within("p", () -> draft.words(50));
        assertWhole(draft);
    }

    /** Checks every message, that nothing is lost, and that no message ends inside a character. */
    private void assertWhole(Draft draft) {
        Post post = SamplePosts.morning().get(8);
        List<String> pieces =
                renderer.article(post, new Content(draft.html.toString(), ""), ReaderLanguage.ZH, SamplePosts.SHANGHAI);
        List<String> texts = new ArrayList<>();
        for (String piece : pieces) texts.add(StrictHtml.message(piece).text().replaceFirst("^\\d+/\\d+\\s+", ""));
        String head = texts.get(0);
        texts.set(0, head.substring(head.indexOf("22:30") + 5));
        assertThat(bare(String.join("", texts))).isEqualTo(bare(draft.text.toString()));
        for (int i = 1; i < texts.size(); i++) assertNotInsideACharacter(texts.get(i - 1), texts.get(i));
    }

    private static void assertNotInsideACharacter(String end, String start) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(end + start);
        int character = characters.following(Math.max(0, end.length() - 1)) - characters.previous();
        boolean tooLong = character > 4000;
        assertThat(tooLong || characters.isBoundary(end.length()))
                .as("…%s ends inside a character", end.substring(Math.max(0, end.length() - 12)))
                .isTrue();
    }

    /** Without white space, what is not seen, and what stands for lists and cells. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cf}•|]", "");
    }
}
