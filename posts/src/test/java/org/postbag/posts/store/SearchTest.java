package org.postbag.posts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.posts.store.Articles.article;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.posts.store.TestDatabases.Engine;

class SearchTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private Database db;
    private PostStore store;

    private void open(Engine engine) {
        db = engine.open();
        PostStore.migrate(db);
        store = new PostStore(db);
        Articles.store(
                db,
                "s",
                NOW,
                article("国产芯片进展", "工程师介绍了新的制造工艺，产量明年翻倍。", NOW),
                article("工厂开工", "这家工厂将生产汽车用的芯片，招收三百名工人。", NOW),
                article("臺灣高鐵延長", "鐵路局說，新的車站將於後年啟用，票價不變。", NOW),
                article(
                        "Café opens",
                        "The Müller family sells bread, C++ books and version 3.4.1 of their cake. It's fun.",
                        NOW),
                article("Notes on C", "A short language, and node.js is another one.", NOW),
                article("ルビーの新しい版", "高速化された新しいバージョンが公開されました。", NOW));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<String> found(String query) {
        return store.search(query, 10, 0).stream().map(h -> h.post().title()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void twoCharacterWordsAreFoundAndTheTitleWeighsMore(Engine engine) {
        open(engine);
        assertThat(found("芯片")).containsExactly("国产芯片进展", "工厂开工");
        assertThat(store.search("芯片", 10, 0))
                .extracting(Hit::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(store.search("芯片", 1, 1)).extracting(h -> h.post().title()).containsExactly("工厂开工");
    }

    @ParameterizedTest
    @EnumSource
    void simplifiedAndTraditionalFindEachOther(Engine engine) {
        open(engine);
        assertThat(found("台湾高铁")).containsExactly("臺灣高鐵延長");
        assertThat(found("铁路局")).containsExactly("臺灣高鐵延長");
        assertThat(found("國產芯片")).containsExactly("国产芯片进展");
    }

    @ParameterizedTest
    @EnumSource
    void aSingleCharacterIsFoundAlsoAtTheEndOfARun(Engine engine) {
        open(engine);
        assertThat(found("芯")).hasSize(2);
        assertThat(found("變")).containsExactly("臺灣高鐵延長");
    }

    @ParameterizedTest
    @EnumSource
    void latinWordsAreFoundWhateverTheirCaseAndAccents(Engine engine) {
        open(engine);
        assertThat(found("CAFE muller")).containsExactly("Café opens");
        assertThat(found("ｃａｆé")).containsExactly("Café opens");
        assertThat(found("c++")).containsExactly("Café opens");
        assertThat(found("3.4")).containsExactly("Café opens");
        assertThat(found("4.3")).isEmpty();
        assertThat(found("node.js")).containsExactly("Notes on C");
        assertThat(found("バージョン")).containsExactly("ルビーの新しい版");
    }

    @ParameterizedTest
    @EnumSource
    void allWordsMustOccur(Engine engine) {
        open(engine);
        assertThat(found("工艺产量")).as("a comma stands between").isEmpty();
        assertThat(found("C++ books")).containsExactly("Café opens");
        assertThat(found("芯片 汽车")).containsExactly("工厂开工");
        assertThat(found("芯片 鐵路")).isEmpty();
        assertThat(found("片芯")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSnippetShowsTheText(Engine engine) {
        open(engine);
        assertThat(store.search("汽车", 1, 0).get(0).snippet()).contains("汽车用的芯片");
        assertThat(store.search("工艺", 1, 0).get(0).snippet()).startsWith("工程师介绍");
    }

    @ParameterizedTest
    @EnumSource
    void anyTextIsAValidQuery(Engine engine) {
        open(engine);
        for (String hostile : List.of(
                "",
                "   ",
                "\"",
                "'",
                "' OR 1=1 --",
                "a AND",
                "NEAR(",
                "title:芯片",
                "芯片*",
                "(((",
                "\\",
                "a\u0000b",
                "&|!<->",
                ":*",
                "%_",
                "\ud83d\ude00",
                "\ud800",
                "芯片'::tsquery",
                "-",
                "^x",
                "{a b}: c",
                "x".repeat(100_000),
                "芯 ".repeat(5000))) {
            assertThat(store.search(hostile, 5, 0))
                    .as(hostile.length() > 40 ? "long" : hostile)
                    .isNotNull();
        }
        assertThat(found("“芯片”！？")).hasSize(2);
        assertThat(store.search("芯片", 0, 0)).isEmpty();
        assertThat(store.search("芯片", 5, 500)).isEmpty();
    }
}
