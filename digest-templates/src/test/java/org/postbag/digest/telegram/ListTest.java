package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;

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
                StrictHtml parsed = StrictHtml.parse(message);
                assertThat(parsed.text().length()).isLessThanOrEqualTo(4096);
                assertThat(parsed.entities()).isLessThanOrEqualTo(100);
                links.addAll(parsed.links());
            }
            assertThat(links)
                    .isEqualTo(listed.stream().map(item -> item.post().url()).toList());
        }
    }

    private List<String> list(String heading, List<Listed> listed) {
        return renderer.list(heading, listed, ReaderLanguage.EN, SamplePosts.SHANGHAI);
    }
}
