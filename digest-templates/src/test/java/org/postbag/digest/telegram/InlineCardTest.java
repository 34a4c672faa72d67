package org.postbag.digest.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class InlineCardTest {

    private final TelegramRenderer renderer = new TelegramRenderer(new Templates(null));

    @Test
    void aCardHasAPlainLineToChooseByAndAMessageToShare() {
        InlineCard card = card(renderer, SamplePosts.post(7, "Trams & <more>", "They run again.", List.of()));
        assertThat(card.title()).isEqualTo("Trams & <more>");
        assertThat(card.description()).isEqualTo("gangwan-bao · 22 Nov 2026 · They run again.");
        assertThat(card.html())
                .isEqualTo(
                        """
                        <a href="https://news.example.org/en/2026/7"><b>Trams &amp; &lt;more&gt;</b></a>
                        gangwan-bao · Mara Lindqvist · 22 Nov 2026 00:30
                        <blockquote expandable>They run again. They run again.</blockquote>""");
    }

    @Test
    void withoutSummaryThereIsNoQuoteAndNoDotAtTheEnd() {
        InlineCard card = card(renderer, SamplePosts.post(7, "Trams", " ", List.of()));
        assertThat(card.description()).isEqualTo("gangwan-bao · 22 Nov 2026");
        assertThat(card.html()).doesNotContain("blockquote").endsWith("00:30");
    }

    @Test
    void aTitleThatShowsNothingIsReplacedByTheBeginningOfTheSummary() {
        InlineCard card = card(renderer, SamplePosts.post(7, "\u200B\u3164", "They run again.", List.of()));
        assertThat(card.title()).isEqualTo("They run again.");
        assertThat(card(renderer, SamplePosts.post(7, "\u200B", "", List.of())).title())
                .isEqualTo("gangwan-bao");
    }

    @Test
    void anOperatorsTemplateThatMakesTooMuchStillGivesAMessage(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("telegram"));
        Files.writeString(folder.resolve("telegram/card.peb"), "<b>{{ item.title }}</b>" + "x".repeat(5000));
        TelegramRenderer own = new TelegramRenderer(new Templates(folder));
        assertThat(card(own, SamplePosts.post(7, "Trams", "", List.of())).html())
                .isEqualTo("<a href=\"https://news.example.org/en/2026/7\">Trams</a>");
    }

    private static InlineCard card(TelegramRenderer renderer, Post post) {
        InlineCard card = renderer.card(post, ReaderLanguage.EN, SamplePosts.SHANGHAI);
        StrictHtml.message(card.html());
        return card;
    }
}
