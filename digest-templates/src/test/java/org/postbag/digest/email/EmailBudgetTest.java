package org.postbag.digest.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.digest.Digest;
import org.postbag.digest.SamplePosts;
import org.postbag.digest.Section;
import org.postbag.digest.Story;
import org.postbag.digest.Templates;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** 90,000 bytes, whatever is in a digest, and what is given up for it: images, then length, then summaries, then items. */
class EmailBudgetTest {

    private static final EmailRenderer RENDERER = new EmailRenderer(new Templates(null));

    /** How an item is shown, from the most to the least. */
    private enum Shown {
        WITH_IMAGE,
        WHOLE,
        SHORTENED,
        TITLE
    }

    private record Mail(EmailBody body, Document page, Digest digest, List<Integer> numbers, List<Shown> items) {}

    static IntStream counts() {
        return IntStream.concat(
                IntStream.of(1, 2, 3, 5, 8, 12, 16, 20, 23),
                IntStream.concat(IntStream.rangeClosed(24, 60), IntStream.iterate(65, n -> n <= 500, n -> n + 29)));
    }

    private static Mail mail(int count, ReaderLanguage lang) {
        return mail(MailSamples.rich(count), lang);
    }

    private static Mail mail(List<Post> posts, ReaderLanguage lang) {
        Digest digest = MailSamples.digest(posts, lang);
        EmailBody body = RENDERER.digest(digest, MailSamples.LINKS);
        Document page = Jsoup.parse(body.html());
        List<Integer> numbers = new ArrayList<>();
        List<Shown> items = new ArrayList<>();
        for (Element number : page.select("td.n")) {
            numbers.add(Integer.parseInt(number.text()));
            Story story = digest.story(numbers.get(numbers.size() - 1)).orElseThrow();
            items.add(shown(number.parent(), story));
        }
        return new Mail(body, page, digest, numbers, items);
    }

    private static Shown shown(Element row, Story story) {
        Element summary = row.selectFirst("div.s");
        if (summary == null) return Shown.TITLE;
        if (summary.text().length() < story.summary().length()) return Shown.SHORTENED;
        return row.selectFirst("img") == null ? Shown.WHOLE : Shown.WITH_IMAGE;
    }

    private static int bytes(EmailBody mail) {
        return (mail.html() + mail.text()).getBytes(StandardCharsets.UTF_8).length;
    }

    @ParameterizedTest
    @MethodSource("counts")
    void whatIsGivenUpFollowsTheOrder(int count) {
        Mail mail = mail(count, ReaderLanguage.ZH);
        assertThat(bytes(mail.body())).isLessThanOrEqualTo(EmailRenderer.BYTES);
        assertThat(mail.items())
                .as("what is given up is given up from the last item backwards")
                .isSorted();
        int most = mail.items().get(0).ordinal();
        int least = mail.items().get(mail.items().size() - 1).ordinal();
        assertThat(least - most)
                .as("nothing is given up anywhere while there is more to give of what comes before it")
                .isLessThanOrEqualTo(1);
        boolean all = mail.numbers().size() == mail.digest().numbered().size();
        if (!all) assertThat(mail.items()).as("summaries go before items").containsOnly(Shown.TITLE);
        if (least > 0)
            assertThat(bytes(mail.body())).as("no more than needed").isGreaterThan(EmailRenderer.BYTES - 4_500);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void theNumbersAreThoseOfTheDigestAndTheSameInBothParts(int count) {
        Mail mail = mail(count, ReaderLanguage.EN);
        List<Integer> twin = Pattern.compile("(?<=\n\n)(\\d+)\\. ")
                .matcher(mail.body().text())
                .results()
                .map(m -> Integer.parseInt(m.group(1)))
                .toList();
        assertThat(twin).isEqualTo(mail.numbers());
        int next = 0;
        for (Section section : mail.digest().sections()) {
            List<Integer> own = section.stories().stream().map(Story::number).toList();
            int end = next;
            while (end < mail.numbers().size() && own.contains(mail.numbers().get(end))) end++;
            assertThat(mail.numbers().subList(next, end))
                    .as("the first of a topic, none left out between")
                    .isEqualTo(own.subList(0, end - next));
            next = end;
        }
        assertThat(next).isEqualTo(mail.numbers().size());
    }

    @ParameterizedTest
    @MethodSource("counts")
    void everyPostIsShownOrCounted(int count) {
        Mail mail = mail(count, ReaderLanguage.ZH);
        int told = mail.numbers().stream()
                .mapToInt(n -> mail.digest().story(n).orElseThrow().posts())
                .sum();
        for (String part : List.of(
                mail.page().text().replaceAll("(?=另有 \\d)", "\n"), mail.body().text())) {
            int more = 0;
            for (MatchResult m :
                    Pattern.compile("(?m)^另有 (\\d+) 篇").matcher(part).results().toList())
                more += Integer.parseInt(m.group(1));
            assertThat(told + more).isEqualTo(mail.digest().posts());
        }
        Map<String, Integer> shown = new HashMap<>();
        for (Section section : mail.digest().sections())
            shown.put(section.tag(), (int) section.stories().stream()
                    .filter(s -> mail.numbers().contains(s.number()))
                    .count());
        int longest = shown.values().stream().max(Integer::compare).orElse(0);
        for (Section section : mail.digest().sections())
            if (shown.get(section.tag()) < section.stories().size())
                assertThat(shown.get(section.tag()))
                        .as("the longest topics give first")
                        .isGreaterThanOrEqualTo(longest - 1);
    }

    @Test
    void moreItemsNeverBringBackWhatFewerCouldNotHave() {
        int best = 0;
        int most = 0;
        boolean dropped = false;
        for (int count : counts().toArray()) {
            Mail mail = mail(alike(count), ReaderLanguage.ZH);
            int worst = mail.items().get(mail.items().size() - 1).ordinal();
            assertThat(worst).as(count + " items").isGreaterThanOrEqualTo(best);
            best = worst;
            boolean all = mail.numbers().size() == count;
            if (dropped)
                assertThat(all)
                        .as("what did not fit fits no better with more beside it")
                        .isFalse();
            dropped = !all;
            most = Math.max(most, mail.numbers().size());
            // A topic that loses its last item also loses its heading, so how many fit differs by a few.
            assertThat(mail.numbers().size()).isGreaterThanOrEqualTo(most - 3);
        }
        assertThat(best).isEqualTo(Shown.TITLE.ordinal());
        assertThat(most).isGreaterThan(90);
    }

    /** Posts that all take the same room. */
    private static List<Post> alike(int count) {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= count; i++) posts.add(one(1000 + i, "标签" + (100 + i % 12)));
        return posts;
    }

    private static Post one(int id, String tag) {
        Post post = SamplePosts.post(
                id, "第" + id + "条港口自动引航船完成百次无人进港", "自动引航船在一年试验里完成一百次无人进港，最大风力八级。".repeat(4), List.of(tag));
        return SamplePosts.withImage(post, "https://news.example.org/images/" + id + ".jpg");
    }

    @ParameterizedTest
    @EnumSource(ReaderLanguage.class)
    void theLongestTitlesAndSummariesOfEveryScriptFit(ReaderLanguage lang) {
        for (int seed = 1; seed <= 6; seed++) {
            List<Post> posts = MailSamples.hostile(seed, 70 * seed);
            assertThat(bytes(mail(posts, lang).body())).isLessThanOrEqualTo(EmailRenderer.BYTES);
        }
    }

    @Test
    void aReadersOwnLongLinksCountToo() {
        String longest = "https://post.example.org/" + "x".repeat(1_900);
        EmailLinks links =
                new EmailLinks("https://post.example.org", longest + "p", longest + "u", "a".repeat(250), true);
        for (int count : new int[] {20, 40, 300}) {
            EmailBody mail = RENDERER.digest(MailSamples.digest(MailSamples.rich(count), ReaderLanguage.ZH), links);
            assertThat(bytes(mail)).isLessThanOrEqualTo(EmailRenderer.BYTES);
            assertThat(mail.text()).contains(longest + "p", longest + "u");
        }
    }
}
