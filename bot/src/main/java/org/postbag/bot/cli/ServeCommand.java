package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.postbag.bot.app.Application;
import org.postbag.bot.app.Service;
import picocli.CommandLine.Command;

/** {@code serve}: everything, until SIGTERM. */
@Command(
        name = "serve",
        description = "Runs everything until SIGTERM: schedules, Telegram, email in and out, web pages.")
final class ServeCommand implements Callable<Integer> {
    private final Session session;

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Application application = Application.open(session.config(), session.runningClock());
        try (Service service = Service.start(application)) {
            session.out().println("ready " + service.addresses());
            session.out().flush();
            service.awaitStop();
        }
        return 0;
    }
}
