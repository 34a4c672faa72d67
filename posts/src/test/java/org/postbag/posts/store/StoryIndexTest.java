package org.postbag.posts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.posts.store.Articles.article;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Post;
import org.postbag.posts.store.TestDatabases.Engine;

class StoryIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String LAMP = "The old lighthouse was lit again after nineteen dark years.";

    @ParameterizedTest
    @EnumSource
    void storiesAreNamedOnceAndNewPostsJoinThem(Engine engine) {
        try (Database db = engine.open()) {
            PostStore.migrate(db);
            PostStore store = new PostStore(db);
            StoryIndex stories = new StoryIndex(db);
            Articles.store(
                    db,
                    "s",
                    NOW,
                    article("Lighthouse lit again", LAMP, NOW.minusSeconds(500)),
                    article("Bridge opens", "A bridge of steel over the river opens in spring.", NOW.minusSeconds(400)),
                    article("Old post", LAMP, NOW.minusSeconds(40L * 86_400)));
            assertThat(stories.complete()).isEqualTo(3);
            assertThat(stories.complete()).isZero();
            Articles.store(db, "t", NOW, article("The lighthouse is lit", LAMP, NOW));
            assertThat(stories.complete()).isEqualTo(1);
            assertThat(story(store, "The lighthouse is lit")).isEqualTo(story(store, "Lighthouse lit again"));
            assertThat(store.list(PostQuery.all()).stream().map(Post::story).distinct())
                    .hasSize(3)
                    .doesNotContain(0L);
        }
    }

    private static long story(PostStore store, String title) {
        return store.list(PostQuery.all()).stream()
                .filter(p -> p.title().equals(title))
                .findFirst()
                .orElseThrow()
                .story();
    }
}
