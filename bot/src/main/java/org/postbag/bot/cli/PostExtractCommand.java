package org.postbag.bot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Reading;
import org.postbag.posts.collect.page.ArticleExtractor;
import org.postbag.posts.collect.page.ArticleFetcher;
import org.postbag.posts.collect.page.Extracted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code post extract}: the article of a web page, without what stands around it. */
@Command(name = "extract", description = "Takes the articles out of web pages. Keeps nothing.")
final class PostExtractCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE|URL", arity = "1..*", description = "pages that were saved, or addresses")
    List<String> inputs = new ArrayList<>();

    @Option(names = "--json", description = "JSON lines")
    boolean json;

    PostExtractCommand(Session session) {
        this.session = session;
    }

    /** One article; names as scripts rely on them. */
    record Line(
            String input,
            @Nullable String title,
            @Nullable String byline,
            @Nullable Instant published,
            @Nullable String lang,
            String text,
            String html) {
        static Line of(String input, Extracted article) {
            return new Line(
                    input,
                    article.title(),
                    article.byline(),
                    article.published(),
                    article.lang(),
                    article.text(),
                    article.html());
        }
    }

    /** One that could not be had. */
    record Failure(String input, String error) {}

    @Override
    public Integer call() {
        boolean failed = false;
        long most = session.config().http().maxBytes();
        try (Reading reading = new Reading(session.config(), session.clock())) {
            for (String input : inputs) {
                Object line = input.matches("(?i)https?://.*") ? fetched(reading, input) : saved(input, most);
                failed |= line instanceof Failure;
                show(line);
            }
        }
        return failed ? Faults.FAILED : 0;
    }

    private static Object fetched(Reading reading, String input) {
        ArticleFetcher.Result result = reading.articles().fetch(input);
        if (result instanceof ArticleFetcher.Result.Article article) return Line.of(input, article.extracted());
        return new Failure(input, ((ArticleFetcher.Result.Nothing) result).reason());
    }

    private static Object saved(String input, long most) {
        try (InputStream in = Files.newInputStream(Path.of(input))) {
            byte[] page = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
            if (page.length > most)
                return new Failure(input, "it is larger than http.max-bytes, " + most + "; raise that");
            Extracted article = new ArticleExtractor().extract(page, null, null);
            return article.text().isBlank()
                    ? new Failure(input, "no article was found in the page")
                    : Line.of(input, article);
        } catch (NoSuchFileException | InvalidPathException e) {
            return new Failure(input, "there is no such file; an address begins with http:// or https://");
        } catch (IOException e) {
            return new Failure(input, "it cannot be read (" + e + "); check that it is a file, and its permissions");
        }
    }

    private void show(Object line) {
        if (json) Json.line(session.out(), line);
        else if (line instanceof Failure failure) session.err().println(failure.input() + ": " + failure.error());
        else {
            Line article = (Line) line;
            session.out().println(article.title() == null ? article.input() : article.title());
            if (article.byline() != null) session.out().println(article.byline());
            if (article.published() != null) session.out().println(article.published());
            session.out().println();
            session.out().println(article.text());
            session.out().println();
        }
    }
}
