package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postbag.digest.SampleStories.told;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class StoryRankingTest {

    private static final int ROUNDS = 500;

    private final DigestBuilder builder = new DigestBuilder();
    private final DigestOptions options = SamplePosts.options(ReaderLanguage.EN, Length.SHORT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneMoreSourceOrPostNeverRanksLower(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, Double> weights = weights(random);
            List<Post> posts = story(random);
            List<Post> more = new ArrayList<>(posts);
            more.add(told(99, "s" + random.nextInt(12), "T", List.of(), 1, 70));
            assertThat(score(more, weights, 0)).isGreaterThanOrEqualTo(score(posts, weights, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void aHeavierSourceNeverRanksLower(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, Double> weights = weights(random);
            List<Post> posts = story(random);
            Map<String, Double> heavier = new HashMap<>(weights);
            String source = posts.get(random.nextInt(posts.size())).source();
            heavier.put(source, weights.getOrDefault(source, 1.0) + random.nextDouble() * 3);
            assertThat(score(posts, heavier, 0)).isGreaterThanOrEqualTo(score(posts, weights, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void aFresherStoryOrOneWithMoreOfTheReadersTagsNeverRanksLower(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, Double> weights = weights(random);
            List<Post> posts = story(random);
            StoryRanking ranking = new StoryRanking(weights, SamplePosts.MORNING);
            int tags = random.nextInt(5);
            // From the future, which counts as now, to a year ago.
            int age = random.nextInt(365 * 86_400) - 86_400;
            int younger = age - random.nextInt(86_400 * 10);
            double score = ranking.score(posts, SamplePosts.MORNING.minusSeconds(age), tags);
            assertThat(ranking.score(posts, SamplePosts.MORNING.minusSeconds(younger), tags))
                    .isGreaterThanOrEqualTo(score);
            assertThat(ranking.score(posts, SamplePosts.MORNING.minusSeconds(age), tags + 1))
                    .isGreaterThanOrEqualTo(score);
            assertThat(score).isBetween(0.0, 1e6);
        }
    }

    @Test
    void aStoryOfYesterdayCountsHalfAndAFurtherPostOfASourceLessThanAnotherSource() {
        List<Post> one = List.of(told(1, "a", "T", List.of(), 1, 0));
        assertThat(score(List.of(told(1, "a", "T", List.of(), 1, 24)), Map.of(), 0))
                .isEqualTo(score(one, Map.of(), 0) / 2);
        List<Post> again = List.of(one.get(0), told(2, "a", "T", List.of(), 1, 0));
        List<Post> another = List.of(one.get(0), told(2, "b", "T", List.of(), 1, 0));
        assertThat(score(another, Map.of(), 0)).isGreaterThan(score(again, Map.of(), 0));
        assertThat(score(one, Map.of("a", 2.0), 0))
                .as("a source of weight 2 counts as two")
                .isEqualTo(score(another, Map.of(), 0));
    }

    @Test
    void inADigestTheStoryOfManySourcesComesFirstThenTheHeavierThenTheFresher() {
        List<Post> posts = new ArrayList<>(List.of(
                told(1, "a", "Old", List.of("t"), 0, 9),
                told(2, "a", "Fresh", List.of("t"), 0, 1),
                told(3, "heavy", "Heavy", List.of("t"), 0, 9),
                told(4, "a", "Many", List.of("t"), 7, 9),
                told(5, "b", "Many", List.of("t"), 7, 9),
                told(6, "c", "Many", List.of("t"), 7, 9),
                told(7, "slight", "Slight", List.of("t"), 0, 1)));
        DigestOptions o = options.withWeights(Map.of("heavy", 1.9, "slight", 0.1));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(posts, new Random(i));
            assertThat(builder.build(posts, o).numbered())
                    .extracting(s -> s.lead().title())
                    .containsExactly("Many", "Heavy", "Fresh", "Old", "Slight");
        }
    }

    @Test
    void ofEqualScoresTheNewerComesFirstThenTheLowerId() {
        List<Post> posts = List.of(
                told(3, "none", "C", List.of("t"), 0, 2),
                told(1, "none", "A", List.of("t"), 0, 2),
                told(2, "none", "B", List.of("t"), 0, 1));
        assertThat(builder.build(posts, options.withWeights(Map.of("none", 0.0)))
                        .numbered())
                .extracting(s -> s.lead().id())
                .containsExactly(2L, 1L, 3L);
    }

    @Test
    void underTheCapOfTheWholeDigestTheBetterStoriesAreToldFollowedTagsFirst() {
        List<Post> posts = List.of(
                told(1, "a", "Followed", List.of("z"), 0, 20),
                told(2, "a", "Old", List.of("b"), 0, 20),
                told(3, "a", "Old too", List.of("b"), 0, 21),
                told(4, "a", "Everywhere", List.of("c"), 5, 2),
                told(5, "b", "Everywhere", List.of("c"), 5, 2));
        DigestOptions o = SampleStories.following(options, List.of("z"));
        DigestOptions two = new DigestOptions(
                o.name(), o.lang(), o.zone(), o.length(), 5, 2, o.from(), o.to(), o.preferredTags(), 0);
        Digest d = builder.build(posts, two);
        assertThat(d.numbered()).extracting(s -> s.lead().title()).containsExactly("Followed", "Everywhere");
        assertThat(SampleStories.section(d, "b").more()).isEqualTo(2);
    }

    @Test
    void theReasonSaysWhatWentIntoTheOrder() {
        List<Post> posts = List.of(
                told(1, "a", "One", List.of("芯片", "科研"), 7, 5),
                told(2, "b", "One", List.of("芯片"), 7, 2),
                told(3, "b", "One", List.of("芯片"), 7, 3),
                told(4, "c", "Two", List.of("城市"), 0, 0.5));
        assertThat(builder.build(posts, options.withWeights(Map.of("b", 2.0, "c", 0.5)))
                        .numbered())
                .extracting(Story::reason)
                .containsExactly(
                        "followed tag 科研; 2 sources; 3 h old; newest 2 h old; 3 posts; source weight 2; 2 followed tags",
                        "tag 城市 of 1 post; 1 source; 30 min old; source weight 0.5");
    }

    @Test
    void aWeightThatIsNoWeightIsRefusedWithItsSource() {
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY})
            assertThatThrownBy(() -> options.withWeights(Map.of("hn", wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("hn");
    }

    private static double score(List<Post> posts, Map<String, Double> weights, int tags) {
        return new StoryRanking(weights, SamplePosts.MORNING)
                .score(posts, posts.get(0).date(), tags);
    }

    private static List<Post> story(Random random) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(9); i++)
            posts.add(told(i + 1, "s" + random.nextInt(12), "T", List.of(), 1, random.nextInt(60)));
        return posts;
    }

    private static Map<String, Double> weights(Random random) {
        Map<String, Double> weights = new HashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) weights.put("s" + random.nextInt(12), random.nextDouble() * 3);
        return weights;
    }
}
