package org.postbag.posts.collect.page;

import java.net.URI;
import java.util.Locale;
import org.postbag.posts.collect.http.Answer;
import org.postbag.posts.collect.http.Validators;
import org.postbag.posts.collect.http.WebClient;

/** Gets the article behind a link, where the site's robots.txt allows it. {@link ArticleExtractor} finds it in the page. */
public final class ArticleFetcher {
    public static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    private final WebClient web;
    private final RobotsBook robots;
    private final ArticleExtractor extractor = new ArticleExtractor();

    public ArticleFetcher(WebClient web, RobotsBook robots) {
        this.web = web;
        this.robots = robots;
    }

    /** What following a link came to. */
    public sealed interface Result {
        record Article(Extracted extracted) implements Result {}

        /**
         * No article.
         *
         * @param temporary whether trying again may help
         */
        record Nothing(String reason, boolean temporary) implements Result {}
    }

    public Result fetch(String link) {
        URI address;
        try {
            address = URI.create(link);
        } catch (IllegalArgumentException e) {
            return new Result.Nothing("the link is no address", false);
        }
        RobotsBook.Leave leave = robots.leave(address);
        if (!leave.granted()) return new Result.Nothing(leave.reason(), leave.temporary());
        Answer answer = web.get(address, Validators.none(), ACCEPT, leave.gap());
        if (answer instanceof Answer.Found found) return extracted(found);
        if (answer instanceof Answer.Failed failed) return new Result.Nothing(failed.reason(), failed.temporary());
        if (answer instanceof Answer.Later later) return new Result.Nothing(later.reason(), true);
        return new Result.Nothing("the article is gone (410)", false);
    }

    private Result extracted(Answer.Found found) {
        String type = found.contentType() == null ? "" : found.contentType().toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !type.contains("html") && !type.startsWith("text/plain"))
            return new Result.Nothing("it is no web page but " + type, false);
        Extracted article = extractor.extract(
                found.body(), found.contentType(), found.address().toString());
        return article.text().isBlank()
                ? new Result.Nothing("no article was found in the page", false)
                : new Result.Article(article);
    }
}
