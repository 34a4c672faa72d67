package org.postbag.digest.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.digest.Digest;
import org.postbag.digest.Hostile;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Templates;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** What an inbox shows of a mail. */
class SubjectsTest {

    private final EmailRenderer renderer = new EmailRenderer(new Templates(null));

    private int posts;

    private String subject(String title) {
        Digest d = MailSamples.digest(List.of(SamplePosts.post(++posts, title, "", List.of("a"))), ReaderLanguage.ZH);
        return renderer.digest(d, MailSamples.LINKS).subject();
    }

    @Test
    void daysAndHeadlinesMakeSubjectsDiffer() {
        Set<String> subjects = new HashSet<>();
        Digest d = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);
        for (int day = 0; day < 30; day++)
            subjects.add(renderer.digest(d.withDate(d.date().plusDays(day)), MailSamples.LINKS)
                    .subject());
        for (Post post : SamplePosts.morning()) subjects.add(subject(post.title()));
        assertThat(subjects).hasSize(30 + SamplePosts.morning().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTitleMakesAShortCleanLine(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String title = "T" + (i % 3 == 0 ? Hostile.tooMuch(random) : Hostile.text(random, 400));
            for (String line : List.of(
                    subject(title),
                    renderer.plain(title, List.of(), null, ReaderLanguage.EN, EmailLinks.none())
                            .subject())) {
                assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100);
                assertThat(line)
                        .isNotBlank()
                        .doesNotContainPattern(
                                "[\\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]")
                        .doesNotContainPattern(
                                "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
            }
        }
    }

    @Test
    void emojiStayWhole() {
        assertThat(subject("👩‍👩‍👧‍👦 家庭日 🇸🇪")).contains("👩‍👩‍👧‍👦 家庭日 🇸🇪");
        assertThat(subject("安\u200B全\u00AD更\u2060新")).endsWith("安全更新");
    }

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void thePreheaderNamesTheNextHeadlinesAndNothingOfThePageFollowsIt(ReaderLanguage lang) {
        EmailBody mail = renderer.digest(SamplePosts.digest(lang, Length.SHORT), MailSamples.LINKS);
        Element first = Jsoup.parse(mail.html()).body().child(0);
        assertThat(first.attr("style")).contains("display:none", "max-height:0", "overflow:hidden");
        assertThat(first.wholeText()).startsWith(mail.preheader());
        assertThat(mail.preheader()).contains("Deep-sea sampler").doesNotContain("\n");
        EmailBody one =
                renderer.digest(MailSamples.digest(SamplePosts.morning().subList(0, 1), lang), MailSamples.LINKS);
        String hidden = Jsoup.parse(one.html()).body().child(0).wholeText();
        assertThat(hidden.length()).as("filled up").isGreaterThan(120);
        assertThat(hidden.substring(one.preheader().length()).replaceAll("[\u00A0\u200C]", ""))
                .isEmpty();
    }
}
