package org.postbag.bot.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.ConfigLoader;

/** What one call of the command line works with: the streams, the environment, and from them configuration and clock. */
public final class Session {
    private static final Path DEFAULT_FILE = Path.of("postbag.yaml");

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Clock system;
    private @Nullable Path configFile;
    private @Nullable Instant now;

    public Session(PrintStream out, PrintStream err, Map<String, String> environment, Clock system) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
        this.system = system;
    }

    void use(@Nullable Path file, @Nullable Instant at) {
        configFile = file;
        now = at;
    }

    public PrintStream out() {
        return out;
    }

    /** Writes a result, formatted the same in every locale. */
    void print(String format, Object... args) {
        out.printf(Locale.ROOT, format, args);
    }

    public PrintStream err() {
        return err;
    }

    ConfigLoader loader() {
        return new ConfigLoader(environment);
    }

    Path configFile() {
        return configFile == null ? DEFAULT_FILE : configFile;
    }

    /** The configuration, every mistake in it told at once. */
    ConfigLoader.Loaded load() {
        return loader().load(configFile(), configFile != null);
    }

    Config config() {
        return load().config();
    }

    /** Stands still at {@code --now}, so that one command sees one time. */
    Clock clock() {
        return now == null ? system : Clock.fixed(now, ZoneOffset.UTC);
    }

    /** Starts at {@code --now} and runs on from there. */
    Clock runningClock() {
        return now == null ? system : Clock.offset(system, Duration.between(system.instant(), now));
    }

    Application open() {
        return Application.open(config(), clock());
    }
}
