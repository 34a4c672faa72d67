package org.postbag.digest.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
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
import org.postbag.digest.DisplayText;
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
    void headlinesOfScriptsWithBlanksAreCutBetweenWords() {
        assertThat(subject("Volunteers reopen the old Lantern Bridge to walkers and cyclists"))
                .endsWith("：Volunteers reopen the old Lantern Bridge to…");
        assertThat(subject("Volunteers have now reopened the old Lantern Bridge to walkers"))
                .endsWith("：Volunteers have now reopened the old Lantern…");
        assertThat(subject("Добровольцы снова открыли старый Фонарный мост для пешеходов"))
                .endsWith("：Добровольцы снова открыли старый Фонарный мост…");
        assertThat(subject("a" + "b".repeat(80))).as("one word").endsWith("：a" + "b".repeat(48) + "…");
        assertThat(subject("海湾大学".repeat(20))).as("no blanks").endsWith("：" + "海湾大学".repeat(12) + "海…");
        assertThat(subject("ประชาชน".repeat(20))).as("no blanks").hasSizeGreaterThan(55);
    }

    @Test
    void lettersSubjectsAreCutBetweenWordsToo() {
        String words = "Volunteers reopen bridges gladly ".repeat(4).strip();
        assertThat(renderer.plain(words, List.of(), null, ReaderLanguage.EN, EmailLinks.none())
                        .subject())
                .isEqualTo("Volunteers reopen bridges gladly Volunteers reopen bridges gladly Volunteers reopen…");
        Post post = SamplePosts.post(1, "Now " + words, "", List.of("a"));
        assertThat(renderer.articles(
                                List.of(new Article(1, post, SamplePosts.content())),
                                ReaderLanguage.EN,
                                SamplePosts.SHANGHAI,
                                EmailLinks.none())
                        .subject())
                .isEqualTo("Full article: Now Volunteers reopen bridges gladly Volunteers reopen…");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsCutBetweenWordsIsABeginningOfWholeCharactersAndShortEnough(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String text = DisplayText.line(Hostile.text(random, 120) + " e\u0301".repeat(20));
            int most = 4 + random.nextInt(60);
            String cut = DisplayText.clipWords(text, most);
            assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(most);
            if (cut.equals(text)) continue;
            String kept = cut.substring(0, cut.length() - 1);
            assertThat(cut).endsWith("…");
            assertThat(text).startsWith(kept);
            String clipped = DisplayText.clip(text, most);
            assertThat(clipped).as("no more than a clip keeps").startsWith(kept);
            if (clipped.equals(cut)) continue;
            BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
            characters.setText(text);
            assertThat(characters.isBoundary(kept.length())).as(cut).isTrue();
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
