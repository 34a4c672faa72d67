package org.postbag.bot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.bot.app.Reading;
import org.postbag.bot.config.Values;
import org.postbag.posts.Source;
import org.postbag.posts.collect.probe.Probed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code source test}: what would be read of a file, an address or a source. */
@Command(
        name = "test",
        description = "Tries files, addresses or sources out: what kind each is, and its entries. Keeps nothing.")
final class SourceTestCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    private final Session session;

    @Parameters(
            paramLabel = "FILE|URL|ID",
            arity = "1..*",
            description = "a file or folder, an address, or a source's id")
    List<String> inputs = new ArrayList<>();

    @Option(names = "--json", description = "JSON lines")
    boolean json;

    SourceTestCommand(Session session) {
        this.session = session;
    }

    /** One that can be read. */
    record Line(
            String input,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String url,
            List<Probed.Item> entries) {}

    /** One that cannot. */
    record Failure(String input, @Nullable String kind, String error) {}

    @Override
    public Integer call() {
        boolean failed = false;
        try (Reading reading = new Reading(session.config(), session.clock())) {
            for (String input : inputs) {
                String typo = typo(input);
                Probed probed = typo == null
                        ? reading.probe().probe(input, known(input))
                        : new Probed(input, null, null, null, null, typo);
                failed |= probed.error() != null;
                show(probed);
            }
        }
        return failed ? Faults.FAILED : 0;
    }

    /** What is wrong with an address as such; null when nothing is, or it is none. */
    private static @Nullable String typo(String input) {
        if (!input.strip().matches("(?i)https?:.*")) return null;
        try {
            Values.http(input);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** The configured sources, and those of the database only where a word can be nothing else. */
    private List<Source> known(String input) {
        List<Source> configured = session.config().sources();
        boolean named = configured.stream().anyMatch(source -> source.id().equals(input));
        if (named || !input.matches("[\\p{L}\\p{N}._-]+") || java.nio.file.Files.exists(java.nio.file.Path.of(input)))
            return configured;
        try (Application application = session.open()) {
            return application.sources();
        }
    }

    private void show(Probed probed) {
        if (json) {
            if (probed.entries() == null)
                Json.line(session.out(), new Failure(probed.input(), probed.kind(), String.valueOf(probed.error())));
            else
                Json.line(
                        session.out(),
                        new Line(probed.input(), probed.kind(), probed.title(), probed.url(), probed.entries()));
            return;
        }
        if (probed.entries() == null) {
            session.err().println(probed.input() + ": " + probed.error());
            return;
        }
        session.print(
                "%s: %s%s, %d entries%n",
                probed.input(),
                Objects.toString(probed.kind(), "unknown"),
                probed.title() == null ? "" : " \"" + probed.title() + "\"",
                probed.entries().size());
        for (Probed.Item item : probed.entries().stream().limit(SHOWN).toList())
            session.print(
                    "  %s  %s%s%n",
                    item.published() == null ? "no date             " : item.published(),
                    item.title() == null ? item.id() : item.title(),
                    item.tags().isEmpty() ? "" : "  [" + String.join(", ", item.tags()) + "]");
        if (probed.entries().size() > SHOWN)
            session.print("  … %d more%n", probed.entries().size() - SHOWN);
    }
}
