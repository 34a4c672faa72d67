package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.ReaderLanguage;

class ManifestTest {

    @ParameterizedTest
    @EnumSource(Length.class)
    void aDigestComesBackFromItsManifestAsItWas(Length length) {
        Digest d = SamplePosts.digest(ReaderLanguage.ZH, length);
        Manifest frozen = Manifest.parse(
                Manifest.of(d, List.of(List.of(1, 2), List.of(3))).toJson());
        assertThat(frozen.digest(found(d))).isEqualTo(d);
        assertThat(frozen.pages()).containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void aNumberMeansItsLeadAndTheOthersThatTellTheStory() {
        Digest d = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);
        Manifest frozen = Manifest.of(d, List.of());
        assertThat(frozen.refs(4)).containsExactly(new PostRef(3, 1), new PostRef(2, 1), new PostRef(1, 1));
        assertThat(frozen.refs(99)).isEmpty();
        assertThat(frozen.refs()).hasSize(14);
    }

    @Test
    void whereTheLeadIsGoneTheNextTellsTheStoryAndAStoryWithoutPostsIsCounted() {
        Digest d = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);
        Map<PostRef, Post> found = found(d);
        found.remove(new PostRef(3, 1));
        found.remove(new PostRef(9, 1));
        Digest again = Manifest.of(d, List.of()).digest(found);
        assertThat(again.story(4).orElseThrow().lead().id()).isEqualTo(2);
        assertThat(again.story(1)).isEmpty();
        assertThat(again.sections().get(0).more()).isEqualTo(1);
        assertThat(again.posts()).isEqualTo(d.posts());
    }

    @Test
    void datesAreWrittenForPeople() {
        Digest d = SamplePosts.digest(ReaderLanguage.EN, Length.SHORT);
        assertThat(Manifest.of(d, List.of()).toJson())
                .contains("\"date\":\"2026-11-22\"", "\"to\":\"2026-11-21T23:30:00Z\"", "\"zone\":\"Asia/Shanghai\"");
    }

    @Test
    void aManifestFrozenByAnEarlierVersionGivesTheSameDigest() {
        String frozen =
                """
                {"title":"晨报","date":"2026-11-22","zone":"Asia/Shanghai","from":"2026-11-20T23:30:00Z",
                 "to":"2026-11-21T23:30:00Z","posts":4,"stories":2,"sections":[{"tag":"芯片","stories":[
                 {"number":1,"lead":{"id":3,"revision":1},"also":[{"id":2,"revision":1}],
                  "reason":"followed tag 芯片; 2 sources; 2 h old","update":true}],"more":2}],
                 "lang":"ZH","length":"SHORT","minutes":1,"pages":[[1]]}
                """;
        Manifest manifest = Manifest.parse(frozen);
        Map<PostRef, Post> found = found(SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT));
        Story story = manifest.digest(found).story(1).orElseThrow();
        assertThat(story.reason()).isEqualTo("followed tag 芯片; 2 sources; 2 h old");
        assertThat(story.summary()).isEqualTo(story.lead().summary());
        assertThat(story.update()).isTrue();
        assertThat(Manifest.parse(manifest.toJson())).isEqualTo(manifest);
    }

    @Test
    void followUpsNestedTagsAndKnownStoriesComeBackAsTheyWere() {
        Digest d = new DigestBuilder().build(SampleStories.nested(), SampleStories.options(ReaderLanguage.EN));
        assertThat(Manifest.parse(Manifest.of(d, List.of()).toJson()).digest(found(d)))
                .isEqualTo(d);
    }

    @Test
    void whatIsNoManifestIsRefused() {
        assertThatThrownBy(() -> Manifest.parse("[1]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Manifest.parse("{\"title\":")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<PostRef, Post> found(Digest d) {
        Map<PostRef, Post> found = new HashMap<>();
        for (Story story : d.numbered()) {
            found.put(story.lead().ref(), story.lead());
            for (Post post : story.also()) found.put(post.ref(), post);
        }
        return found;
    }
}
