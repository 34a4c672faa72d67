package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.digest.SampleStories.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postbag.posts.Post;

class MedoidTest {

    @Test
    void theHeadlineNearestToTheOthersLeadsWhateverItsSource() {
        List<Post> posts = posts("Harbour chip line opens", "Chip line opens today", "Something else entirely");
        assertThat(lead(posts, Map.of())).isEqualTo(1);
        assertThat(lead(posts, Map.of("s3", 9.0))).isEqualTo(1);
    }

    @Test
    void ofEquallyCentralHeadlinesTheHeavierSourcesThenTheEarlierLeads() {
        List<Post> same = posts("Chip line opens", "Chip line opens", "Chip line opens");
        assertThat(lead(same, Map.of())).isEqualTo(1);
        assertThat(lead(same, Map.of("s2", 2.0, "s3", 2.0))).isEqualTo(2);
        assertThat(lead(same, Map.of("s1", 0.5))).isEqualTo(2);
    }

    @Test
    void ofTwoTheHeavierSourceLeadsUnlessOneCopiedTheOther() {
        List<Post> two = posts("Chip line opens", "Harbour gets its foundry");
        assertThat(lead(two, Map.of())).isEqualTo(1);
        assertThat(lead(two, Map.of("s2", 2.0))).isEqualTo(2);
        assertThat(lead(two, Map.of("s1", 2.0))).isEqualTo(1);
        assertThat(lead(posts("Chip line opens", "Chip Line Opens!"), Map.of("s2", 2.0)))
                .isEqualTo(1);
    }

    private static List<Post> posts(String... titles) {
        List<Post> posts = new ArrayList<>();
        for (String title : titles) {
            int id = posts.size() + 1;
            posts.add(told(id, "s" + id, title, List.of(), 1, 10 - id));
        }
        return posts;
    }

    private static long lead(List<Post> posts, Map<String, Double> weights) {
        StoryRanking ranking = new StoryRanking(weights, SamplePosts.MORNING);
        return posts.get(Medoid.of(posts, ranking::weight)).id();
    }
}
