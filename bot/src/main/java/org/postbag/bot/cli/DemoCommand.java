package org.postbag.bot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.bot.app.Service;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.Pass;
import org.postbag.bot.demo.Demo;
import org.postbag.posts.SourceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the main job on bundled posts, onto disk, and the web pages to look at. */
@Command(
        name = "demo",
        description = "Collects bundled sample posts, delivers today's digest to files, and serves the web pages.")
final class DemoCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--once", description = "exits after the delivery instead of serving")
    boolean once;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Clock clock = session.runningClock();
        Path folder = Path.of("data", "demo").toAbsolutePath();
        Demo demo = new Demo(folder, clock);
        Config config = demo.prepare(session.loader());
        Application application = Application.open(config, clock);
        try (ProgressBar bar = ProgressBar.on(session.err())) {
            for (SourceReport report : demo.collect(application, bar))
                session.print(
                        "Collected  %d posts of '%s', %d of them new%n", report.found(), report.id(), report.added());
        }
        Pass pass = demo.deliver(application);
        session.print("Delivered  %d of %d digests%n", pass.sent(), pass.due());
        session.out().println("Telegram   " + config.data().resolve("outbox/telegram"));
        session.out().println("Email      " + config.data().resolve("outbox/email"));
        session.out().println("Posts      " + demo.posts());
        session.out().println("Database   " + config.data().resolve("postbag.db"));
        if (once || !pass.clean()) {
            application.close();
            return pass.clean() ? 0 : Faults.FAILED;
        }
        try (Service service = Service.start(application)) {
            session.out().println("Web        " + service.addresses() + "  (stop with Ctrl+C)");
            session.out().flush();
            service.awaitStop();
        }
        return 0;
    }
}
