package org.postbag.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.bot.command.TestReaders.CHAT;
import static org.postbag.bot.command.TestReaders.INBOX;
import static org.postbag.bot.command.TestReaders.behind;
import static org.postbag.bot.command.TestReaders.labels;
import static org.postbag.bot.command.TestReaders.text;
import static org.postbag.posts.store.Articles.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.posts.store.Article;
import org.postbag.subscriptions.Change;

/** Long lists in pages: search, the newest posts, topics. */
class ListsTest {
    private TestReaders readers;

    @BeforeEach
    void open() {
        readers = new TestReaders();
        readers.add(CHAT, Change.none());
        readers.add(INBOX, Change.none());
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 25; i++)
            articles.add(article(
                    "Steel " + i, "About steel, part " + i, readers.now.minusSeconds(60L * i), "t" + i, "u" + i));
        readers.store(articles.toArray(Article[]::new));
    }

    @AfterEach
    void close() {
        readers.close();
    }

    private static List<String> titles(Answer answer) {
        return ((Answer.Listing) answer)
                .items().stream().map(item -> item.post().title()).toList();
    }

    @Test
    @DisplayName("a search goes on from page to page, and so do its numbers")
    void search() {
        SearchCommand search = new SearchCommand(readers.posts, readers.members);
        Answer first = readers.ask(search, CHAT, "steel");
        assertThat(labels(first)).containsExactly("1", "▶");
        Answer second = readers.press(search, CHAT, first, "▶");
        assertThat(((Answer.Listing) second).numbers().firstKey()).isEqualTo(11);
        assertThat(((Answer.Listing) second).numbers().lastKey()).isEqualTo(20);
        assertThat(text(second)).contains("page 2", "11", "20");
        Answer third = readers.ask(search, CHAT, "steel 第3页");
        assertThat(labels(third)).containsExactly("◀", "3");
        assertThat(Stream.of(first, second, third).flatMap(page -> titles(page).stream()))
                .hasSize(25)
                .doesNotHaveDuplicates();
        assertThat(text(readers.ask(search, CHAT, "steel p4"))).contains("That was all");
        assertThat(text(readers.ask(search, CHAT, "granite"))).contains("No post says");
        assertThat(text(readers.ask(search, CHAT, "p2"))).contains("No post says “p2”");
        assertThat(text(readers.ask(search, CHAT, ""))).startsWith("Like this: /search");
    }

    @Test
    @DisplayName("by mail the heading tells how to get the next page")
    void searchByMail() {
        SearchCommand search = new SearchCommand(readers.posts, readers.members);
        assertThat(text(readers.ask(search, INBOX, "steel"))).contains("search steel p2");
        assertThat(text(readers.ask(search, INBOX, "steel p3"))).doesNotContain("p4");
    }

    @Test
    @DisplayName("older posts are a page away")
    void latest() {
        LatestCommand latest = new LatestCommand(readers.posts, readers.members);
        Answer first = readers.ask(latest, CHAT, "");
        assertThat(titles(first)).hasSize(10).startsWith("Steel 0", "Steel 1");
        Answer second = readers.press(latest, CHAT, first, "▶");
        assertThat(titles(second)).startsWith("Steel 10");
        assertThat(((Answer.Listing) second).first()).isEqualTo(11);
        assertThat(behind(readers.ask(latest, CHAT, "20"), "▶")).isEqualTo("latest 20 p2");
        assertThat(titles(readers.ask(latest, CHAT, "20 p2"))).hasSize(5);
        assertThat(text(readers.ask(latest, CHAT, "p9"))).contains("no older");
        assertThat(text(readers.ask(latest, CHAT, "many"))).startsWith("Like this: /latest");
    }

    @Test
    @DisplayName("topics are thirty a page, with a way to choose among them")
    void tags() {
        TagsCommand tags = new TagsCommand(readers.posts, readers.members.says());
        Answer first = readers.ask(tags, CHAT, "");
        assertThat(text(first).lines().filter(line -> line.endsWith(" (1)"))).hasSize(30);
        assertThat(behind(first, "Choose topics")).isEqualTo("settings tags");
        Answer second = readers.press(tags, CHAT, first, "▶");
        assertThat(text(second).lines().filter(line -> line.endsWith(" (1)"))).hasSize(20);
        assertThat(readers.ask(tags, CHAT, "p99")).as("the last page there is").isEqualTo(second);
        assertThat(text(readers.ask(tags, INBOX, ""))).contains("next page: tags p2");
    }
}
