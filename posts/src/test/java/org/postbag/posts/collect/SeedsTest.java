package org.postbag.posts.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.posts.Content;
import org.postbag.posts.Origin;
import org.postbag.posts.Post;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.jekyll.JekyllReader;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.summary.ExtractiveSummarizer;

/** The two real posts of a news archive in {@code ../shared/seeds}, from file to store. */
class SeedsTest {

    @Test
    void theArchivesPostsAreReadExactlyAndCleanly() {
        Source source = new Source(
                "zaobao",
                new Origin.Jekyll(SharedFolder.at("seeds")),
                Duration.ofMinutes(10),
                List.of(),
                ZoneId.of("Asia/Shanghai"));
        try (Database db = Database.memory()) {
            PostStore.migrate(db);
            SourceReport report = new Collector(
                            db,
                            List.of(new JekyllReader(Clock.systemUTC())),
                            Tagger.none(),
                            new ExtractiveSummarizer(),
                            Clock.systemUTC())
                    .collect(List.of(source), Duration.ofDays(7), Progress.none())
                    .get(0);
            assertThat(report.added()).isEqualTo(2);
            assertThat(report.errors()).isEmpty();
            PostStore store = new PostStore(db);
            List<Post> posts = store.list(PostQuery.all());
            Post mayor = posts.get(0);
            assertThat(mayor.title()).isEqualTo("深圳新市长：创新发展产业链有卡脖子风险");
            assertThat(mayor.author()).isEqualTo("联合早报");
            assertThat(mayor.from()).isEqualTo("https://www.zaobao.com/realtime/china/story20210520-1148152");
            assertThat(mayor.tags()).containsExactly("联合早报");
            assertThat(mayor.categories()).containsExactly("联合早报");
            assertThat(mayor.date()).isEqualTo(Instant.parse("2021-05-20T04:55:52.180Z"));
            assertThat(mayor.updated()).isEqualTo(Instant.parse("2021-05-20T18:01:00Z"));
            assertThat(mayor.lang()).isEqualTo("zh-Hans");
            Content content = store.content(mayor.id()).orElseThrow();
            assertThat(content.text())
                    .startsWith("新任深圳市长覃伟中认为")
                    .endsWith("开展50个以上关键核心技术攻关项目。")
                    .doesNotContain("订阅", "<", "1621533660000");
            assertThat(content.text().split("\n\n")).hasSize(8);
            assertThat(content.html()).doesNotContain("subscribe", "dfp", "innity", "imu", "<img", "卡脖子风险</a>", "<h2>");
            assertThat(mayor.summary()).startsWith("新任深圳市长覃伟中认为");
            Post secretary = posts.get(1);
            assertThat(secretary.date()).isEqualTo(Instant.parse("2020-10-12T00:10:00Z"));
            assertThat(secretary.updated()).isEqualTo(Instant.parse("2020-10-12T00:10:00Z"));
            assertThat(store.content(secretary.id()).orElseThrow().text()).startsWith("今年是深圳经济特区建立40周年");
        }
    }
}
