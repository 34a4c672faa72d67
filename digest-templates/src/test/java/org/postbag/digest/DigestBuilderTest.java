package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

class DigestBuilderTest {

    private final DigestBuilder builder = new DigestBuilder();

    @Test
    void aStoryToldByThreeIsToldOnceWithTheOthersBesideIt() {
        Digest d = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);
        List<Story> chips = section(d, "芯片").stories();
        Story story = chips.get(0);
        assertThat(story.posts()).isEqualTo(3);
        assertThat(story.lead().id())
                .as("nearest to the other headlines, the earlier of equals")
                .isEqualTo(3);
        assertThat(story.also()).extracting(Post::id).containsExactly(2L, 1L);
        assertThat(d.posts()).isEqualTo(14);
        assertThat(d.stories()).isEqualTo(12);
    }

    @Test
    void followedTagsComeFirstInTheReadersOrderThenTheLargestAndThoseWithoutTagLast() {
        Digest d = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);
        assertThat(d.sections()).extracting(Section::tag).containsExactly("科研", "芯片", "交通", "城市", "");
    }

    @Test
    void aStoryStandsUnderTheTagTheReaderFollowsEvenIfAnotherIsLarger() {
        Digest d = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);
        assertThat(section(d, "科研").stories()).extracting(s -> s.lead().id()).contains(11L);
        Story story = section(d, "科研").stories().stream()
                .filter(s -> s.lead().id() == 11)
                .findFirst()
                .orElseThrow();
        assertThat(story.reason()).isEqualTo("followed tag 科研; 1 source; 11 h old");
    }

    @Test
    void numbersRunOverTheWholeDigest() {
        Digest d = SamplePosts.digest(ReaderLanguage.EN, Length.SHORT);
        List<Integer> numbers = d.numbered().stream().map(Story::number).toList();
        assertThat(numbers)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, numbers.size())
                        .boxed()
                        .toList());
    }

    @Test
    void theDateIsTheReadersOwnDay() {
        assertThat(SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT).date()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void summariesAreAsLongAsWanted() {
        assertThat(SamplePosts.digest(ReaderLanguage.ZH, Length.TITLES).numbered())
                .allMatch(s -> s.summary().isEmpty());
        Story brief =
                SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT).numbered().get(0);
        assertThat(brief.summary()).isEqualTo(brief.lead().summary());
        Story full =
                SamplePosts.digest(ReaderLanguage.ZH, Length.LONG).numbered().get(0);
        assertThat(full.summary()).isEqualTo(full.lead().longSummary());
    }

    @Test
    void aPostToldBeforeIsShownAsAnUpdate() {
        Post again = SamplePosts.numbered(SamplePosts.morning().get(5), 2, 40, 90);
        Post fresh = SamplePosts.numbered(SamplePosts.morning().get(6), 1, 80, 80);
        DigestOptions o = SamplePosts.options(ReaderLanguage.ZH, Length.SHORT);
        DigestOptions later = new DigestOptions(
                o.name(), o.lang(), o.zone(), o.length(), o.perTag(), o.max(), o.from(), o.to(), o.preferredTags(), 50);
        Digest d = builder.build(List.of(again, fresh), later);
        assertThat(d.numbered())
                .filteredOn(Story::update)
                .extracting(s -> s.lead().id())
                .containsExactly(again.id());
    }

    @Test
    void ofTwoRevisionsOfOnePostTheNewerIsTold() {
        Post old = SamplePosts.morning().get(5);
        Post now = SamplePosts.numbered(old, 3, 6, 99);
        Digest d = builder.build(List.of(now, old), SamplePosts.options(ReaderLanguage.ZH, Length.SHORT));
        assertThat(d.posts()).isEqualTo(1);
        assertThat(d.numbered().get(0).lead().revision()).isEqualTo(3);
    }

    @Test
    void whenTheCapIsTightEveryTagKeepsItsTurn() {
        List<Post> posts = new ArrayList<>();
        for (int i = 1; i <= 20; i++) posts.add(SamplePosts.post(i, "Loud " + i, "Words.", List.of("loud")));
        for (int i = 21; i <= 23; i++) posts.add(SamplePosts.post(i, "Quiet " + i, "Words.", List.of("quiet")));
        DigestOptions o = new DigestOptions(
                "Post",
                ReaderLanguage.EN,
                SamplePosts.SHANGHAI,
                Length.SHORT,
                10,
                6,
                SamplePosts.MORNING,
                SamplePosts.MORNING,
                List.of(),
                0);
        Digest d = builder.build(posts, o);
        assertThat(section(d, "loud").stories()).hasSize(3);
        assertThat(section(d, "loud").more()).isEqualTo(17);
        assertThat(section(d, "quiet").stories()).hasSize(3);
        assertThat(section(d, "quiet").more()).isZero();
    }

    @Test
    void nothingGivesAnEmptyDigest() {
        Digest d = builder.build(List.of(), SamplePosts.options(ReaderLanguage.EN, Length.SHORT));
        assertThat(d.isEmpty()).isTrue();
        assertThat(d.sections()).isEmpty();
        assertThat(d.minutes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPostIsToldOrCountedExactlyOnceAndTheOrderOfArrivalDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Post> posts = new ArrayList<>();
        int count = random.nextInt(300);
        for (int i = 1; i <= count; i++) {
            List<String> tags = new ArrayList<>();
            for (int t = random.nextInt(4); t > 0; t--) tags.add("tag" + random.nextInt(12));
            posts.add(SamplePosts.post(
                    i,
                    "Title " + random.nextInt(50),
                    "Words.",
                    tags,
                    random.nextInt(30),
                    SamplePosts.MORNING.minusSeconds(random.nextInt(90000))));
        }
        DigestOptions o = new DigestOptions(
                "Post",
                ReaderLanguage.EN,
                SamplePosts.SHANGHAI,
                Length.SHORT,
                random.nextInt(6),
                random.nextInt(40),
                SamplePosts.MORNING.minusSeconds(90000),
                SamplePosts.MORNING,
                List.of("tag3", "tag1"),
                0);
        Digest d = builder.build(posts, o);
        assertThat(d.sections().stream().mapToInt(Section::posts).sum())
                .isEqualTo(count)
                .isEqualTo(d.posts());
        List<Long> told = d.numbered().stream()
                .flatMap(s -> java.util.stream.Stream.concat(java.util.stream.Stream.of(s.lead()), s.also().stream()))
                .map(Post::id)
                .toList();
        assertThat(told).doesNotHaveDuplicates();
        if (o.max() > 0) assertThat(d.numbered().size()).isLessThanOrEqualTo(o.max());
        Collections.shuffle(posts, random);
        assertThat(builder.build(posts, o)).isEqualTo(d);
    }

    private static Section section(Digest d, String tag) {
        return d.sections().stream()
                .filter(s -> s.tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }
}
