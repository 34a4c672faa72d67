package org.postbag.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.command.TestReaders.CHAT;
import static org.postbag.bot.command.TestReaders.INBOX;
import static org.postbag.bot.command.TestReaders.behind;
import static org.postbag.bot.command.TestReaders.labels;
import static org.postbag.bot.command.TestReaders.text;
import static org.postbag.posts.store.Articles.article;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.Article;
import org.postbag.subscriptions.Change;

class ArchiveCommandTest {
    private TestReaders readers;
    private ArchiveCommand archive;

    @BeforeEach
    void open() {
        readers = new TestReaders();
        readers.add(CHAT, Change.none());
        archive = new ArchiveCommand(
                readers.posts, readers.members.says(), TestReaders.DEFAULTS, "https://news.example.org");
    }

    @AfterEach
    void close() {
        readers.close();
    }

    private void post(String title, String date, String... tags) {
        readers.store(article(title, "Text of " + title, Instant.parse(date), tags));
    }

    @Test
    @DisplayName("each day with posts is a button that brings its digest, newest first")
    void days() {
        post("A", "2026-11-20T07:00:00Z");
        post("B", "2026-11-20T01:00:00Z");
        post("C", "2026-11-17T23:30:00Z");
        Answer answer = readers.ask(archive, CHAT, "");
        assertThat(labels(answer)).containsExactly("Fri 20 Nov · 2 posts", "Tue 17 Nov · 1 post");
        assertThat(behind(answer, "Tue 17 Nov · 1 post")).isEqualTo("digest 2026-11-17");
        assertThat(text(answer)).contains("https://news.example.org/archive", "digest 2026-11-20");
    }

    @Test
    @DisplayName("days are the reader's: in their zone, and of the posts they want")
    void ofTheReader() {
        post("A", "2026-11-17T23:30:00Z", "city");
        post("B", "2026-11-16T12:00:00Z", "sport");
        readers.subscriptions.set(
                CHAT,
                Change.none()
                        .withZone(ZoneId.of("Asia/Shanghai"))
                        .withTags(Set.of("city"))
                        .withLang(ReaderLanguage.ZH));
        assertThat(labels(readers.ask(archive, CHAT, ""))).containsExactly("11月18日 周三 · 1 篇");
    }

    @Test
    @DisplayName("ten days a page, sixty days back from the newest post")
    void pages() {
        List<Article> articles = new ArrayList<>();
        for (int day = 0; day < 100; day++)
            articles.add(article("Day " + day, "Text", readers.now.minus(Duration.ofDays(day + 30))));
        readers.store(articles.toArray(Article[]::new));
        Answer first = readers.ask(archive, CHAT, "");
        assertThat(labels(first)).hasSize(12).endsWith("1/6", "▶");
        Answer second = readers.press(archive, CHAT, first, "▶");
        assertThat(labels(second))
                .contains("◀", "2/6", "▶")
                .doesNotContain(labels(first).get(0));
        assertThat(labels(readers.ask(archive, CHAT, "第99页"))).contains("6/6");
    }

    @Test
    @DisplayName("by mail the days are in the text, with what to write for one")
    void byMail() {
        post("A", "2026-11-20T07:00:00Z");
        assertThat(text(readers.ask(archive, INBOX, "")))
                .contains("2026-11-20 Fri 20 Nov · 1 post", "digest 2026-11-20");
    }

    @Test
    @DisplayName("without posts it says so; without web pages it names none")
    void nothing() {
        assertThat(text(readers.ask(archive, CHAT, ""))).contains("No posts");
        post("A", "2026-11-20T07:00:00Z");
        ArchiveCommand bare = new ArchiveCommand(readers.posts, readers.members.says(), TestReaders.DEFAULTS, null);
        assertThat(text(readers.ask(bare, CHAT, ""))).doesNotContain("http");
    }
}
