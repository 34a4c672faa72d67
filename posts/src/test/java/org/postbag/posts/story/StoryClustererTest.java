package org.postbag.posts.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoryClustererTest {
    private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");

    private final StoryClusterer clusterer = new StoryClusterer();

    private static StoryItem item(long id, int hours, String title, String text) {
        return new StoryItem(id, DAY.plus(Duration.ofHours(hours)), title, text, 0);
    }

    @Test
    void amongAFewPostsAFormInCommonIsNoStory() {
        Map<Long, Long> stories = clusterer.assign(List.of(
                item(1, 0, "第一篇", "第一篇说了一件事。很短。"),
                item(2, 12, "第二篇", "第二篇说了另一件事。也短。"),
                item(3, 13, "The ferry adds a night trip", "From Friday the ferry sails at night."),
                item(4, 14, "The library adds a room", "From Friday the library has a room to read.")));
        assertThat(stories.values()).doesNotHaveDuplicates();
    }

    @Test
    void postsThatTellTheSameShareAStoryAndOthersHaveTheirOwn() {
        Map<Long, Long> stories = clusterer.assign(List.of(
                item(1, 0, "深圳地铁新线周五通车", "深圳地铁十六号线本周五正式通车，全长二十九公里，设二十四座车站，票价不变。"),
                item(2, 5, "地铁十六号线开通 深圳市民可坐到坪山", "全长二十九公里的深圳地铁十六号线周五通车，沿线设二十四座车站，市民出行更方便。"),
                item(3, 6, "深圳房价上月小幅下跌", "统计显示，深圳上月新房价格环比下跌百分之零点二，成交量增加。"),
                item(4, 8, "深圳地鐵十六號線通車", "深圳地鐵十六號線周五正式通車，全長二十九公里，設二十四座車站。"),
                item(
                        5,
                        0,
                        "New metro line opens on Friday",
                        "The sixteenth metro line opens on Friday with twenty-four stations over twenty-nine kilometres."),
                item(
                        6,
                        3,
                        "City opens its sixteenth metro line",
                        "Twenty-four stations over twenty-nine kilometres: the metro's sixteenth line opens Friday."),
                item(
                        7,
                        4,
                        "House prices fall a little",
                        "Prices of new houses fell by a fifth of a percent last month while sales grew.")));
        assertThat(stories)
                .containsExactlyInAnyOrderEntriesOf(Map.of(1L, 1L, 2L, 1L, 3L, 3L, 4L, 1L, 5L, 5L, 6L, 5L, 7L, 7L));
    }

    @Test
    void theSameWordsWeeksApartAreAnotherStory() {
        Map<Long, Long> stories = clusterer.assign(List.of(
                item(1, 0, "Weekly market report", "Tomatoes are cheaper and onions dearer at the market this week."),
                item(
                        2,
                        24 * 7,
                        "Weekly market report",
                        "Tomatoes are cheaper and onions dearer at the market this week.")));
        assertThat(stories.values()).containsExactly(1L, 2L);
    }

    @Test
    void releasesOfDifferentVersionsAreDifferentStories() {
        String text =
                "This release includes security fixes. Please check the topics below for details and upgrade soon.";
        Map<Long, Long> stories = clusterer.assign(
                List.of(item(1, 0, "Ruby 2.6.6 Released", text), item(2, 1, "Ruby 2.5.8 Released", text)));
        assertThat(stories.values()).containsExactly(1L, 2L);
    }

    @Test
    void aNewPostJoinsAStoryThatIsKnown() {
        StoryItem known = new StoryItem(
                9, DAY, "Lighthouse lit again", "The old lighthouse was lit again after nineteen years.", 4);
        StoryItem fresh =
                item(12, 2, "Old lighthouse lit after nineteen years", "The keeper lit the old lighthouse again.");
        assertThat(clusterer.assign(List.of(known, fresh))).containsExactlyEntriesOf(Map.of(12L, 4L));
    }

    @Test
    void emptyTextsAreNobodysNeighbours() {
        assertThat(clusterer
                        .assign(List.of(item(1, 0, "…", ""), item(2, 0, "…", "")))
                        .values())
                .containsExactly(1L, 2L);
    }

    @Test
    void theSamePostInOtherCapitalsAndSignsIsTheSameStory() {
        assertThat(clusterer
                        .assign(List.of(
                                item(1, 0, "Earthquake!", ""),
                                item(2, 30, "EARTHQUAKE", ""),
                                item(3, 1, "Ferry Runs Again", "The ferry runs again."),
                                item(4, 2, "ferry runs again", "The ferry runs again!")))
                        .values())
                .containsExactlyInAnyOrder(1L, 1L, 3L, 3L);
    }

    @Test
    void headlinesAloneTellAStoryTooAndOneCommonWordDoesNot() {
        assertThat(clusterer.assign(List.of(
                        item(1, 0, "Icahn urges eBay to spin off PayPal", ""),
                        item(
                                2,
                                1,
                                "EBay rejects Icahn's call to spin off PayPal",
                                "EBay rejects Icahn's call to spin off PayPal"),
                        item(3, 2, "Icahn buys a share of an airline", ""),
                        item(4, 3, "Glacier loses a third of its ice", ""))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(1L, 1L, 2L, 1L, 3L, 3L, 4L, 4L));
    }

    @Test
    void instalmentsOfASeriesAreDifferentStories() {
        assertThat(clusterer.assign(List.of(
                        item(1, 0, "Daily thread, Monday 3 May", ""),
                        item(2, 24, "Daily thread, Tuesday 4 May", ""),
                        item(3, 0, "Nightly fishing forum", ""),
                        item(4, 24, "Nightly fishing forum", ""),
                        item(5, 0, "科技爱好者周报（第 12 期）", "这里记录每周值得分享的科技内容。"),
                        item(6, 1, "科技爱好者周报（第 13 期）", "这里记录每周值得分享的科技内容。"),
                        item(7, 0, "Kite v1.2 is out", "The notes."),
                        item(8, 0, "Kite v1.3 is out", "The notes."))))
                .satisfies(stories -> assertThat(stories.values()).doesNotHaveDuplicates());
    }

    @Test
    void aPriceWithAPointIsNoVersion() {
        assertThat(clusterer.assign(List.of(
                        item(1, 0, "Lundberg survey: petrol rises 2.4 cents to $3.51", ""),
                        item(2, 2, "Petrol rises to $3.60, Lundberg survey finds", ""))))
                .containsEntry(2L, 1L);
    }

    @Test
    void languagesStayApartThoughTheyShareAName() {
        assertThat(clusterer
                        .assign(List.of(item(1, 0, "Nimbus X200 launched", ""), item(2, 0, "Nimbus X200 正式发布上市", "")))
                        .values())
                .containsExactly(1L, 2L);
    }

    @Test
    void theOrderInWhichPostsAreGivenDoesNotMatter() {
        List<StoryItem> items = many(300, 5);
        Map<Long, Long> stories = clusterer.assign(items);
        List<StoryItem> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(clusterer.assign(shuffled)).isEqualTo(stories);
    }

    @Test
    void knownStoriesKeepTheirNamesHoweverAlikeTheyAre() {
        String title = "Storm closes the harbour of Kiel";
        assertThat(clusterer.assign(List.of(
                        new StoryItem(1, DAY, title, "", 1),
                        new StoryItem(2, DAY, "Harbour of Kiel closed by a storm", "", 2),
                        item(3, 1, title, ""))))
                .containsExactlyEntriesOf(Map.of(3L, 1L));
    }

    @Test
    void unrelatedHeadlinesThatShareACommonWordDoNotChainIntoOneStory() {
        List<StoryItem> items = new ArrayList<>();
        for (int i = 0; i < 400; i++)
            items.add(item(i + 1, 0, "city " + word(i) + " " + word(i + 1000) + " " + word(i + 2000), ""));
        // A few features of 2,000 meet in one slot by chance.
        assertThat(new HashSet<>(clusterer.assign(items).values())).hasSizeGreaterThan(390);
    }

    private static String word(int i) {
        return "q" + (char) ('a' + i / 676 % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26) + "k";
    }

    @Test
    void thousandsOfNearlyEqualHeadlinesAreNoBurden() {
        List<StoryItem> items = new ArrayList<>();
        Random random = new Random(7);
        List<String> words = new ArrayList<>(List.of("bank", "raises", "rates", "again", "today"));
        for (int i = 0; i < 10_000; i++) {
            Collections.shuffle(words, random);
            items.add(item(i + 1, 0, String.join(" ", words) + (i % 2 == 0 ? "" : " " + word(i)), ""));
        }
        assertThat(Duration.ofNanos(nanos(items))).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void theCostGrowsWithTheNumberOfPostsAndNotWithTheirPairs() {
        clusterer.assign(many(1000, 1));
        long small = nanos(many(2500, 2));
        long large = nanos(many(10_000, 3));
        assertThat(large)
                .as("four times the posts")
                .isLessThan(12 * small + Duration.ofSeconds(1).toNanos());
        assertThat(Duration.ofNanos(large)).isLessThan(Duration.ofSeconds(20));
    }

    private long nanos(List<StoryItem> items) {
        long start = System.nanoTime();
        clusterer.assign(items);
        return System.nanoTime() - start;
    }

    /** A day of posts, every fourth the retelling of an earlier one, all with some words in common. */
    private static List<StoryItem> many(int count, long seed) {
        Random random = new Random(seed);
        List<StoryItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            Random words = new Random(i % 4 == 3 ? i - 1 : seed * 1_000_003 + i);
            for (int n = 0; n < 150; n++)
                text.append((char) (0x4e00 + (n % 3 == 0 ? random.nextInt(200) : words.nextInt(3000))));
            items.add(new StoryItem(i + 1, DAY.plusSeconds(i), text.substring(0, 15), text.toString(), 0));
        }
        return items;
    }
}
