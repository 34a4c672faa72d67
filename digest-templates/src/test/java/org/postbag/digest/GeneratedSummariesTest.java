package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailLinks;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.digest.telegram.Measure;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.digest.text.TextRenderer;
import org.postbag.digest.web.DigestPage;
import org.postbag.digest.web.WebRenderer;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class GeneratedSummariesTest {

    private static final String ZH = "✦ 摘要由语言模型生成，数字与名称已同原文核对";
    private static final String EN =
            "✦ summary written by a language model; numbers and names checked against the article";

    private final Templates templates = new Templates(null);
    private final TelegramRenderer telegram = new TelegramRenderer(templates);
    private final EmailRenderer email = new EmailRenderer(templates);
    private final WebRenderer web = new WebRenderer(templates);

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void everyChannelMarksThemAndExplainsTheMarkOnce(ReaderLanguage lang) {
        Digest d = SampleStories.generated(SamplePosts.digest(lang, Length.SHORT), 3);
        long generated = d.numbered().stream().filter(Story::generated).count();
        for (String shown : everywhere(d)) {
            String text = shown.replaceAll("\\s+", " ")
                    .replace("title=\"" + (lang == ReaderLanguage.ZH ? ZH : EN) + "\"", "");
            assertThat(times(text, lang == ReaderLanguage.ZH ? ZH : EN)).isEqualTo(1);
            assertThat(times(text, "✦")).isEqualTo(generated + 1);
        }
        assertThat(Jsoup.parse(everywhere(d).get(1)).select("div.s").eachText())
                .filteredOn(s -> s.endsWith(" ✦"))
                .hasSize((int) generated);
    }

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void whereNoSummaryIsGeneratedOrShownThereIsNeitherMarkNorNote(ReaderLanguage lang) {
        for (Digest d : List.of(
                SamplePosts.digest(lang, Length.SHORT),
                SampleStories.generated(SamplePosts.digest(lang, Length.TITLES), 1)))
            for (String shown : everywhere(d)) assertThat(shown).doesNotContain("✦");
    }

    @Test
    void aSharedItemIsNotMixedUpWithTheSameOneWithoutTheMark() {
        Digest plain = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);
        Digest marked = SampleStories.generated(plain, 1);
        assertThat(everywhere(plain)).noneMatch(s -> s.contains("✦"));
        assertThat(everywhere(marked)).allMatch(s -> s.contains("✦"));
        assertThat(everywhere(plain)).noneMatch(s -> s.contains("✦"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 30, 40, 50, 75, 120, 200, 400})
    void markAndNoteAreInTheBudgetsAndGoWithTheSummaries(int count) {
        Digest d = many(count);
        EmailBody mail = email.digest(d, EmailLinks.none());
        int bytes = mail.html().getBytes(StandardCharsets.UTF_8).length
                + mail.text().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isLessThanOrEqualTo(EmailRenderer.BYTES);
        boolean summaries = !Jsoup.parse(mail.html()).select("div.s").isEmpty();
        assertThat(mail.html().contains(ZH)).isEqualTo(summaries);
        assertThat(mail.text().contains(ZH)).isEqualTo(summaries);
        List<String> pages = telegram.render(d, telegram.paginate(d));
        for (String page : pages) assertThat(Measure.of(page).fits()).isTrue();
        for (int i = 0; i < pages.size(); i++)
            assertThat(pages.get(i).contains(ZH)).isEqualTo(i == pages.size() - 1);
        assertThat(times(String.join("", pages), " ✦</blockquote>")).isEqualTo(count);
    }

    private static Digest many(int count) {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= count; i++)
            posts.add(SamplePosts.post(
                    i, "第" + i + "条" + "港口自动引航船".repeat(2), "自动引航船完成一百次无人进港，最大风力八级。".repeat(4), List.of("t" + i % 9)));
        DigestOptions o = SamplePosts.options(ReaderLanguage.ZH, Length.SHORT);
        DigestOptions all =
                new DigestOptions(o.name(), o.lang(), o.zone(), o.length(), 0, 0, o.from(), o.to(), List.of(), 0);
        return SampleStories.generated(new DigestBuilder().build(posts, all), 1);
    }

    /** The same digest by every renderer. */
    private List<String> everywhere(Digest d) {
        EmailBody mail = email.digest(d, EmailLinks.none());
        return List.of(
                String.join("\n", telegram.render(d, telegram.paginate(d))),
                mail.html(),
                mail.text(),
                new TextRenderer(templates).render(d),
                web.digest(SamplePosts.site(d.lang()), new DigestPage(d, null, null)));
    }

    private static int times(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
