package org.postbag.bot.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postbag.bot.config.ConfigException;
import org.postbag.bot.config.ConfigProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code config check}: every mistake at once. */
@Command(name = "check", description = "Lists every mistake in the configuration at once.")
final class ConfigCheckCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    ConfigCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ConfigProblem> problems = List.of();
        try {
            session.load();
        } catch (ConfigException e) {
            problems = e.problems();
        }
        if (json) Json.line(session.out(), Map.of("file", session.configFile().toString(), "problems", problems));
        else if (problems.isEmpty()) session.out().println(session.configFile() + " is in order.");
        else problems.forEach(problem -> session.err().println(session.configFile() + ": " + problem));
        return problems.isEmpty() ? 0 : Faults.WRONG_USAGE;
    }
}
