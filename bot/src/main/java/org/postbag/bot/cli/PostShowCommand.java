package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code post show}: one post, cleaned. */
@Command(name = "show", description = "Shows one post, cleaned.")
final class PostShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", description = "as in 'post list'")
    long id;

    @Option(names = "--text", description = "the text alone")
    boolean text;

    @Option(names = "--html", description = "the sanitised HTML alone")
    boolean html;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    PostShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Application application = session.open()) {
            Post post = application.posts().find(id).orElse(null);
            Content content = application.posts().content(id).orElse(null);
            if (post == null || content == null) {
                session.err().println("There is no post " + id + "; 'postbag post list' shows the ids.");
                return Faults.FAILED;
            }
            if (json) Json.line(session.out(), PostJson.of(post, content));
            else if (html) session.out().println(content.html());
            else if (text) session.out().println(content.text());
            else show(post, content);
            return 0;
        }
    }

    private void show(Post post, Content content) {
        session.out().println(post.title());
        session.out()
                .println(post.date() + (post.author() == null ? "" : " · " + post.author()) + " · " + post.source());
        if (post.link() != null) session.out().println(post.link());
        session.out().println();
        session.out().println(content.text());
    }
}
