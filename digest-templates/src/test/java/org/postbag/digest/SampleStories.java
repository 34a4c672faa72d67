package org.postbag.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postbag.posts.Length;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/** Stories told by several sources, under tags within tags, some of them sent before. */
public final class SampleStories {

    private SampleStories() {}

    /** A post of a source, so many hours before the digest. */
    public static Post told(long id, String source, String title, List<String> tags, long story, double hours) {
        Instant date = SamplePosts.MORNING.minusSeconds((long) (hours * 3600));
        return new Post(
                id,
                1,
                source,
                "posts/" + id,
                title,
                date,
                null,
                null,
                "https://news.example.org/" + source + "/" + id,
                null,
                title.charAt(0) < 128 ? "en" : "zh-Hans",
                tags,
                List.of(),
                title.charAt(0) < 128 ? "What happened, in a sentence." : "一句话说清这件事。",
                "",
                300,
                story,
                Map.of(),
                id,
                id,
                false,
                false);
    }

    /** A morning whose tags are nested; posts 21 and 22 retell what was sent before, 23 follows it up. */
    public static List<Post> nested() {
        List<Post> posts = new ArrayList<>();
        posts.add(told(1, "gangwan-bao", "海湾大学的耐热芯片开始试产", List.of("科技/芯片"), 1, 3));
        posts.add(told(2, "harbour-times", "Heat-proof chip goes into trial production", List.of("科技/芯片", "产业"), 1, 2));
        posts.add(told(3, "wanbao", "耐热芯片在海湾大学开始试产", List.of("科技/芯片"), 1, 5));
        posts.add(told(4, "gangwan-bao", "两家晶圆厂共用封装产线", List.of("科技/芯片"), 0, 1));
        posts.add(told(5, "harbour-times", "Tide model learns the harbour in a week", List.of("科技/人工智能/模型"), 0, 6));
        posts.add(told(6, "wanbao", "引航站用机器人检修浮标", List.of("科技/机器人"), 0, 7));
        posts.add(told(7, "wanbao", "科技馆夜场下月开放", List.of("科技"), 0, 8));
        posts.add(told(8, "gangwan-bao", "夜间班列首月上座九成", List.of("交通"), 0, 4));
        posts.add(told(9, "harbour-times", "Trams return to the old harbour", List.of("城市/老港"), 0, 9));
        posts.add(told(21, "wanbao", "深海采样器回港", List.of("科研"), 20, 5));
        posts.add(told(22, "harbour-times", "Night trains fill up", List.of("交通"), 30, 6));
        posts.add(told(23, "gangwan-bao", "采样器盐水中确认新物种", List.of("科研"), 20, 2));
        return posts;
    }

    public static DigestOptions options(ReaderLanguage lang) {
        DigestOptions o = SamplePosts.options(lang, Length.SHORT);
        return following(o, List.of("科研", "科技"))
                .withWeights(Map.of("wanbao", 2.0))
                .withSentBefore(Set.of(21L, 22L), Set.of(23L));
    }

    public static DigestOptions following(DigestOptions o, List<String> tags) {
        return new DigestOptions(
                o.name(), o.lang(), o.zone(), o.length(), o.perTag(), o.max(), o.from(), o.to(), tags, o.cursor());
    }

    /** The nested morning, every second summary generated. */
    public static Digest digest(ReaderLanguage lang) {
        return generated(new DigestBuilder().build(nested(), options(lang)), 2);
    }

    /** The same with each so manieth summary generated. */
    public static Digest generated(Digest d, int each) {
        return d.mapSections(section -> new Section(
                section.tag(),
                section.stories().stream()
                        .map(s -> s.number() % each == 0 && !s.summary().isEmpty() ? generated(s) : s)
                        .toList(),
                section.more()));
    }

    private static Story generated(Story s) {
        return new Story(s.number(), s.lead(), s.also(), s.summary(), s.reason(), s.update(), true);
    }

    public static Section section(Digest d, String tag) {
        return d.sections().stream()
                .filter(s -> s.tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }
}
