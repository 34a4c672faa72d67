package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postbag.digest.Hostile;
import org.postbag.digest.Listed;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class ListTest {

    private final TelegramRenderer renderer = new TelegramRenderer(new Templates(null), "https://post.example.org");

    @Test
    void aListIsNumberedLinkedAndDated() {
        Post post = SamplePosts.morning().get(6);
        String message = list("Newest", List.of(new Listed(1, post, "…the <first> tram…")))
                .get(0);
        assertThat(message)
                .isEqualTo(
                        """
                        <b>Newest</b>

                        1. <a href="https://news.example.org/en/2026/7">City trams return to the old harbour after 61 years</a>
                        gangwan-bao · 22 Nov 2026 00:30
                        <blockquote>…the &lt;first&gt; tram…</blockquote>""");
    }

    @Test
    void anEmptyListIsItsHeading() {
        assertThat(list("Nothing found", List.of())).containsExactly("<b>Nothing found</b>");
    }

    @Test
    void aLongListOfAnythingComesInAcceptableMessagesNothingLost() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Listed> listed = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                Post post = SamplePosts.post(i, Hostile.title(random, random.nextInt(80)), "", List.of());
                listed.add(new Listed(i, post, Hostile.text(random, random.nextInt(80))));
            }
            List<String> links = new ArrayList<>();
            for (String message : list(Hostile.title(random, 200), listed)) {
                links.addAll(StrictHtml.message(message).links());
            }
            assertThat(links)
                    .isEqualTo(listed.stream().map(item -> item.post().url()).toList());
        }
    }

    @Test
    void theSecondPageOfASearchIsOneMessageWithItsOwnNumbersAndAFooter() {
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < 10; i++)
            listed.add(new Listed(11 + i, SamplePosts.morning().get(i), "a snippet about it"));
        String page = page("Search: chip", listed, "11–20 of 23\n/search chip");
        assertThat(page)
                .startsWith("<b>Search: chip</b>\n\n11. <a href=")
                .contains("\n\n20. <a href=")
                .endsWith("\n\n11–20 of 23\n/search chip");
        assertThat(page.split("<blockquote>a snippet about it</blockquote>", -1))
                .hasSize(11);
    }

    @Test
    void whereAPageIsTooLongSnippetsAreShortenedThenLeftOutThenTitlesAreShortened() {
        assertThat(page("H", longOnes(10), "F")).contains("<blockquote>").contains("Title 10 ");
        String thirty = page("H", longOnes(30), "F");
        assertThat(thirty)
                .doesNotContain("<blockquote>")
                .contains("30. <a href")
                .contains("gangwan-bao");
        String fifty = page("H", longOnes(50), "F");
        assertThat(fifty).contains("50. <a href=").contains("Title 50").endsWith("\n\nF");
        for (String page : List.of(thirty, fifty)) StrictHtml.message(page);
    }

    @Test
    void aFooterFullOfMentionsLeavesRoomForTheLinksOfTheItems() {
        String page = page("#a ".repeat(200), longOnes(50), "@someone ".repeat(200));
        assertThat(StrictHtml.message(page).links()).hasSize(50);
    }

    @Test
    void morePostsThanAMessageCanCarryAreTheCallersMistake() {
        assertThatThrownBy(() -> page("H", longOnes(51), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("51 posts");
    }

    @Test
    void aPageWithoutHeadingOrFooterHasNoEmptyTagsAndLines() {
        String page = page("", List.of(new Listed(1, SamplePosts.morning().get(6), "")), " ");
        assertThat(page).startsWith("1. <a").doesNotContain("<b></b>").endsWith("00:30");
    }

    private static List<Listed> longOnes(int count) {
        List<Listed> listed = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Post post = SamplePosts.post(2L * i + 1, "Title " + i + " goes on".repeat(40), "", List.of());
            listed.add(new Listed(i, post, "words of it ".repeat(40)));
        }
        return listed;
    }

    private String page(String heading, List<Listed> listed, String footer) {
        return renderer.listPage(heading, listed, footer, ReaderLanguage.EN, SamplePosts.SHANGHAI);
    }

    private List<String> list(String heading, List<Listed> listed) {
        return renderer.list(heading, listed, ReaderLanguage.EN, SamplePosts.SHANGHAI);
    }
}
