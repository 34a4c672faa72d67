package org.postbag.posts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.posts.store.Articles.arrival;
import static org.postbag.posts.store.Articles.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.Selection;
import org.postbag.posts.store.PostIntake.Counts;
import org.postbag.posts.store.TestDatabases.Engine;

class PostStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String STEEL = "The bridge over the river is built of steel and opens in spring.";
    private static final String TRAIN = "A night train to the north starts again after ten years without one.";

    private Database db;
    private PostStore store;
    private PostIntake intake;

    private void open(Engine engine) {
        db = engine.open();
        PostStore.migrate(db);
        store = new PostStore(db);
        intake = new PostIntake(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Counts put(Instant now, Arrival... arrivals) {
        return intake.store("news", "", List.of(arrivals), now, null);
    }

    private Post only() {
        return store.list(PostQuery.all()).get(0);
    }

    @ParameterizedTest
    @EnumSource
    void aPostComesBackAsItWasStored(Engine engine) {
        open(engine);
        Article given = new Article(
                "桥梁通车",
                NOW.minusSeconds(60),
                NOW,
                "王小明, Ada",
                "https://example.org/bridge",
                "https://example.net/original",
                "zh-Hans",
                List.of("交通", "Bridges"),
                List.of("城市"),
                "短。",
                "长一些。",
                false,
                12,
                Map.of("layout", "post", "cover", Map.of("src", "a.png", "sizes", List.of(1, 2.5, true))),
                new Content("<p>桥</p>", "桥"));
        put(NOW, arrival("2026/桥.md", given));
        Post post = only();
        assertThat(post)
                .usingRecursiveComparison()
                .isEqualTo(new Post(
                        post.id(),
                        1,
                        "news",
                        "2026/桥.md",
                        "桥梁通车",
                        given.date(),
                        NOW,
                        "王小明, Ada",
                        given.url(),
                        given.from(),
                        "zh-Hans",
                        given.tags(),
                        given.categories(),
                        "短。",
                        "长一些。",
                        12,
                        0,
                        given.meta(),
                        1,
                        1,
                        false,
                        false));
        assertThat(store.find(post.id())).contains(post);
        assertThat(store.content(post.id())).contains(given.content());
        assertThat(store.content(post.ref())).contains(given.content());
        assertThat(store.find(post.id() + 1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSameAgainChangesNothing(Engine engine) {
        open(engine);
        Arrival bridge = arrival("a", article("Bridge", STEEL, NOW));
        assertThat(put(NOW, bridge)).isEqualTo(new Counts(1, 0, 0));
        assertThat(put(NOW, bridge)).isEqualTo(new Counts(0, 0, 1));
        assertThat(store.lastNumber()).isEqualTo(1);
        assertThat(store.sources()).singleElement().satisfies(s -> assertThat(s.posts())
                .isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource
    void aSmallCorrectionIsARevisionButNoNews(Engine engine) {
        open(engine);
        put(NOW, arrival("a", article("Bridge", STEEL, NOW)));
        PostRef first = only().ref();
        put(NOW, arrival("a", article("Bridge", STEEL.replace("spring", "summer"), NOW)));
        Post now = only();
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.number()).isEqualTo(1);
        assertThat(store.find(List.of(first, now.ref())))
                .hasSize(2)
                .hasEntrySatisfying(first, old -> assertThat(old.summary()).contains("spring"));
        assertThat(store.content(first).orElseThrow().text()).contains("spring");
        assertThat(store.content(now.id()).orElseThrow().text()).contains("summer");
    }

    @ParameterizedTest
    @EnumSource
    void aMaterialChangeGetsANewNumberAndKeepsTheFirst(Engine engine) {
        open(engine);
        put(NOW, arrival("a", article("Bridge", STEEL, NOW)));
        put(
                NOW,
                arrival("a", article("Bridge", "Closed for repair: cracks were found under the deck last week.", NOW)));
        assertThat(only().number()).isEqualTo(2);
        assertThat(only().firstNumber()).isEqualTo(1);
        assertThat(store.lastNumber()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aRemovedPostLeavesListsAndComesBackWhereItWas(Engine engine) {
        open(engine);
        Arrival bridge = arrival("a", article("Bridge", STEEL, NOW, "city"));
        put(NOW, bridge);
        long id = only().id();
        intake.gone("news", List.of("a"), NOW);
        assertThat(store.list(PostQuery.all())).isEmpty();
        assertThat(store.search("steel", 10, 0)).isEmpty();
        assertThat(store.tags()).isEmpty();
        assertThat(store.window(0, 10).posts()).isEmpty();
        assertThat(store.hasPostsAfter(0)).isFalse();
        assertThat(store.find(id)).isPresent();
        put(NOW, bridge);
        assertThat(only().id()).isEqualTo(id);
        assertThat(only().number()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPostOfTheFutureIsNumberedWhenItsTimeComes(Engine engine) {
        open(engine);
        put(
                NOW,
                arrival("later", article("Train", TRAIN, NOW.plusSeconds(3600))),
                arrival("a", article("Bridge", STEEL, NOW)));
        assertThat(store.list(PostQuery.all())).extracting(Post::path).containsExactly("a");
        assertThat(store.search("train", 10, 0)).isEmpty();
        assertThat(store.numberDue(NOW.plusSeconds(3599))).isZero();
        assertThat(store.numberDue(NOW.plusSeconds(3600))).isEqualTo(1);
        assertThat(store.numberDue(NOW.plusSeconds(3600))).isZero();
        assertThat(store.window(1, 2).posts()).extracting(Post::path).containsExactly("later");
        assertThat(store.hasPostsAfter(1)).isTrue();
        assertThat(store.hasPostsAfter(2)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theBacklogIsFoundAndReadButInNoDigest(Engine engine) {
        open(engine);
        intake.store(
                "news",
                "",
                List.of(
                        arrival("old", article("Bridge", STEEL, NOW.minus(Duration.ofDays(9)))),
                        arrival("new", article("Train", TRAIN, NOW.minus(Duration.ofDays(6))))),
                NOW,
                NOW.minus(Duration.ofDays(7)));
        assertThat(store.list(PostQuery.all())).extracting(Post::path).containsExactly("new", "old");
        assertThat(store.search("steel", 5, 0)).hasSize(1);
        assertThat(store.window(0, 9).posts()).extracting(Post::path).containsExactly("new");
        assertThat(store.numberDue(NOW)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void listsAreNewestFirstAndFiltered(Engine engine) {
        open(engine);
        put(
                NOW,
                arrival("a", article("A", STEEL, NOW.minusSeconds(30), "城市", "Steel")),
                arrival("b", article("B", STEEL, NOW.minusSeconds(20), "steel")),
                arrival("c", article("C", TRAIN, NOW.minusSeconds(10), "铁路")));
        intake.store("other", "", List.of(arrival("d", article("D", TRAIN, NOW, "鐵路"))), NOW, null);
        assertThat(paths(PostQuery.all())).containsExactly("d", "c", "b", "a");
        assertThat(paths(PostQuery.all().withLimit(2))).containsExactly("d", "c");
        assertThat(paths(PostQuery.all().withTag("STEEL"))).containsExactly("b", "a");
        assertThat(paths(PostQuery.all().withTag("铁路"))).containsExactly("d", "c");
        assertThat(paths(PostQuery.all().withSource("other"))).containsExactly("d");
        assertThat(paths(PostQuery.all().withSince(NOW.minusSeconds(20)).withBefore(NOW)))
                .containsExactly("c", "b");
        assertThat(store.tags())
                .extracting(TagCount::posts)
                .as("steel twice under two spellings, 铁路 twice in two scripts")
                .containsExactly(2L, 2L, 1L);
    }

    private List<String> paths(PostQuery query) {
        return store.list(query).stream().map(Post::path).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aWindowGivesEachReaderWhatTheyFollow(Engine engine) {
        open(engine);
        put(
                NOW,
                arrival("a", article("Bridge", STEEL, NOW.minus(Duration.ofDays(2)), "城市")),
                arrival("b", article("Train", TRAIN, NOW, "铁路")),
                arrival("c", article("Plain", "人工智能进入课堂。", NOW)));
        Window window = store.window(0, store.lastNumber());
        assertThat(window.upTo()).isEqualTo(3);
        assertThat(select(window, Selection.everything())).containsExactly("a", "b", "c");
        assertThat(select(window, new Selection(Set.of("鐵路"), Set.of(), Set.of())))
                .containsExactly("b");
        assertThat(select(window, new Selection(Set.of("铁路"), Set.of(), Set.of("人工智能"))))
                .containsExactly("b", "c");
        assertThat(select(window, new Selection(Set.of(), Set.of("城市"), Set.of())))
                .containsExactly("b", "c");
        assertThat(select(window, new Selection(Set.of(), Set.of("Night"), Set.of())))
                .containsExactly("a", "c");
        assertThat(select(window, new Selection(Set.of("铁路"), Set.of("train"), Set.of())))
                .isEmpty();
        assertThat(window.select(Selection.everything(), 2, 0, Instant.EPOCH))
                .extracting(Post::path)
                .containsExactly("c");
        assertThat(window.select(Selection.everything(), 0, 3, NOW.minus(Duration.ofDays(1))))
                .as("a new reader gets what is fresh, not the whole past")
                .extracting(Post::path)
                .containsExactly("b", "c");
    }

    private static List<String> select(Window window, Selection selection) {
        return window.select(selection, 0, 0, Instant.EPOCH).stream()
                .map(Post::path)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatAPassLearntIsRememberedAndForgottenWithTheRecipe(Engine engine) {
        open(engine);
        intake.store("news", "r1", List.of(arrival("a", article("Bridge", STEEL, NOW))), NOW, null);
        assertThat(intake.recall("news", "r1").settled())
                .as("a pass that did not end")
                .isFalse();
        intake.touch("news", Map.of("a", "stamp2"));
        SourceStates states = new SourceStates(db);
        states.succeeded("news", "r1", "next", NOW, new SourceStates.Rest(Duration.ZERO, true), null);
        PostIntake.Memory memory = intake.recall("news", "r1");
        assertThat(memory.settled()).isTrue();
        assertThat(memory.cursor()).isEqualTo("next");
        assertThat(memory.entries().get("a").stamp()).isEqualTo("stamp2");
        assertThat(intake.recall("news", "r2").entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aStretchOfTimeHoldsWhatIsDatedInItTheArchiveToo(Engine engine) {
        open(engine);
        intake.store(
                "news",
                "",
                List.of(
                        arrival("old", article("Old", STEEL, NOW.minusSeconds(100))),
                        arrival("first", article("First", TRAIN, NOW.minusSeconds(50))),
                        arrival("last", article("Last", STEEL, NOW))),
                NOW,
                NOW.minusSeconds(60));
        assertThat(store.dated(NOW.minusSeconds(100), NOW).posts())
                .as("from is in it, to is not")
                .extracting(Post::path)
                .containsExactlyInAnyOrder("old", "first");
        assertThat(store.dated(NOW.plusSeconds(1), NOW.plusSeconds(2)).posts()).isEmpty();
        assertThat(store.dated(NOW.minusSeconds(100), NOW)
                        .select(new Selection(Set.of(), Set.of(), Set.of("train")), -1, 99, Instant.MIN))
                .as("words are looked up too")
                .extracting(Post::path)
                .containsExactly("first");
    }

    @ParameterizedTest
    @EnumSource
    void aNewReaderStartsBeforeTheFirstPostThatIsYoungEnough(Engine engine) {
        open(engine);
        assertThat(store.numberBefore(NOW)).as("no posts").isZero();
        put(NOW, arrival("a", article("A", STEEL, NOW.minusSeconds(300))));
        put(NOW, arrival("b", article("B", TRAIN, NOW.minusSeconds(200))));
        put(NOW, arrival("c", article("C", STEEL, NOW.minusSeconds(100))));
        assertThat(store.numberBefore(NOW.minusSeconds(200))).isEqualTo(1);
        assertThat(store.numberBefore(NOW.minusSeconds(199))).isEqualTo(2);
        assertThat(store.numberBefore(NOW.minusSeconds(900))).isZero();
        assertThat(store.numberBefore(NOW)).as("all are older").isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void whoFollowsATagGetsWhatIsBelowIt(Engine engine) {
        open(engine);
        put(
                NOW,
                arrival("chips", article("Chips", STEEL, NOW, "tech/chips")),
                arrival("tech", article("Tech", TRAIN, NOW, "Tech")),
                arrival("other", article("Other", STEEL, NOW, "technique")));
        assertThat(select(store.window(0, 99), new Selection(Set.of("tech"), Set.of(), Set.of())))
                .containsExactly("chips", "tech");
        assertThat(select(store.window(0, 99), new Selection(Set.of("tech/chips"), Set.of(), Set.of())))
                .containsExactly("chips");
        assertThat(select(store.window(0, 99), new Selection(Set.of(), Set.of("tech"), Set.of())))
                .as("muting a tag mutes what is below it")
                .containsExactly("other");
        assertThat(store.list(PostQuery.all().withTag("TECH"))).hasSize(2);
        assertThat(store.tags()).extracting(TagCount::posts).containsExactly(2L, 1L, 1L);
    }
}
