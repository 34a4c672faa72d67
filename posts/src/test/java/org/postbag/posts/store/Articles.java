package org.postbag.posts.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postbag.posts.Content;
import org.postbag.posts.text.SearchWords;

/** Articles for store tests, also of other modules: short, with everything a post has, and ready to be stored. */
public final class Articles {
    private static final SearchWords WORDS = new SearchWords();

    private Articles() {}

    /** An article whose text is {@code text} and whose summary is its beginning. */
    public static Article article(String title, String text, Instant date, String... tags) {
        return new Article(
                title,
                date,
                null,
                "Ada Bell",
                "https://example.org/" + title.hashCode(),
                null,
                "en",
                List.of(tags),
                List.of(),
                text.substring(0, Math.min(80, text.length())),
                text,
                false,
                text.length() / 5,
                Map.of(),
                new Content("<p>" + text + "</p>", text));
    }

    /** The same as an entry of a source. */
    public static Arrival arrival(String path, Article article) {
        return new Arrival(
                path,
                "stamp",
                Integer.toHexString(article.hashCode()),
                new Arrival.Published(
                        article,
                        false,
                        WORDS.index(article.title()),
                        WORDS.index(article.content().text())));
    }

    /** Stores articles as entries {@code title} of one source, as one batch at {@code now}, and says their ids. */
    public static List<Long> store(Database db, String source, Instant now, Article... articles) {
        new PostIntake(db)
                .store(
                        source,
                        "",
                        List.of(articles).stream()
                                .map(a -> arrival(a.title(), a))
                                .toList(),
                        now,
                        null);
        PostStore store = new PostStore(db);
        List<org.postbag.posts.Post> all = store.list(PostQuery.all().withSource(source));
        return List.of(articles).stream()
                .map(a -> all.stream()
                        .filter(p -> p.path().equals(a.title()))
                        .findFirst()
                        .map(org.postbag.posts.Post::id)
                        .orElse(0L))
                .toList();
    }
}
