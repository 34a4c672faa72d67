package org.postbag.posts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.posts.store.Articles.article;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Post;
import org.postbag.posts.Selection;
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

    @ParameterizedTest
    @EnumSource
    void aPostThatOnlyRetellsItsStoryIsToldFromOneThatCarriesItOn(Engine engine) {
        try (Database db = engine.open()) {
            PostStore.migrate(db);
            PostStore store = new PostStore(db);
            String more = LAMP + " " + words("new", 36);
            Articles.store(db, "s", NOW, article("Lighthouse lit again", LAMP, NOW.minusSeconds(500)));
            new StoryIndex(db).complete();
            Articles.store(
                    db,
                    "t",
                    NOW,
                    article("Lighthouse is lit again", LAMP, NOW.minusSeconds(300)),
                    article("Lighthouse lit again: what follows", more, NOW.minusSeconds(200)));
            new StoryIndex(db).complete();
            assertThat(store.list(PostQuery.all()).stream().map(Post::story).distinct())
                    .hasSize(1);
            assertThat(post(store, "Lighthouse lit again").repeats()).isFalse();
            assertThat(post(store, "Lighthouse is lit again").repeats()).isTrue();
            assertThat(post(store, "Lighthouse lit again: what follows").repeats())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReaderWasToldAStoryByTheEarlierPostsThatHeFollowed(Engine engine) {
        try (Database db = engine.open()) {
            PostStore.migrate(db);
            PostStore store = new PostStore(db);
            Articles.store(db, "s", NOW, article("Lighthouse lit again", LAMP, NOW.minusSeconds(500), "sea"));
            Articles.store(db, "t", NOW, article("Lighthouse is lit again", LAMP, NOW.minusSeconds(300), "land"));
            new StoryIndex(db).complete();
            Window window = store.window(1, 2);
            Selection everything = Selection.everything();
            Selection land = new Selection(Set.of("land"), Set.of(), Set.of());
            Selection lit = new Selection(Set.of(), Set.of(), Set.of("lighthouse"));
            assertThat(window.told(everything, 1, 0, Instant.EPOCH)).hasSize(1);
            assertThat(window.told(lit, 1, 0, Instant.EPOCH)).hasSize(1);
            assertThat(window.told(land, 1, 0, Instant.EPOCH))
                    .as("the earlier post was under another tag")
                    .isEmpty();
            assertThat(window.told(everything, 1, 1, NOW))
                    .as("the reader came after the earlier post")
                    .isEmpty();
            assertThat(window.told(everything, 0, 0, Instant.EPOCH))
                    .as("nothing was sent yet")
                    .isEmpty();
        }
    }

    private static String words(String stem, int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++)
            all.append(stem)
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26))
                    .append(' ');
        return all.toString();
    }

    private static long story(PostStore store, String title) {
        return post(store, title).story();
    }

    private static Post post(PostStore store, String title) {
        return store.list(PostQuery.all()).stream()
                .filter(p -> p.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
