package org.postbag.bot.cli;

import java.util.concurrent.Callable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code config show}: what is in force, secrets masked. */
@Command(name = "show", description = "Prints the effective values, secrets masked.")
final class ConfigShowCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    ConfigShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var shown = session.load().shown();
        if (json) {
            Json.line(session.out(), shown);
            return 0;
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        session.out().print(new Yaml(options).dump(shown));
        return 0;
    }
}
