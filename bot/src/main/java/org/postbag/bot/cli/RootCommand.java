package org.postbag.bot.cli;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code postbag}: the options that every command takes, and the list of commands. */
@Command(
        name = "postbag",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        description = "Collects posts, builds a summarised digest a day and delivers it to Telegram and email.",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
public final class RootCommand implements Runnable {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "the configuration (default: ./postbag.yaml, which may be absent)")
    @Nullable
    Path config;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            scope = ScopeType.INHERIT,
            description = "the time everything sees, such as 2026-11-20T07:30:00Z")
    @Nullable
    Instant now;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do; the commands are listed below.");
    }

    /** The whole command line, every command in it. */
    public static CommandLine commandLine(Session session) {
        RootCommand root = new RootCommand();
        CommandLine line = new CommandLine(root)
                .addSubcommand(new ServeCommand(session))
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(new CollectCommand(session))
                .addSubcommand(group(
                        new PostCommand(),
                        new PostListCommand(session),
                        new PostShowCommand(session),
                        new PostSearchCommand(session),
                        new PostExtractCommand(session)))
                .addSubcommand(new SummarizeCommand(session))
                .addSubcommand(group(
                        new SourceCommand(),
                        new SourceListCommand(session),
                        new SourceTestCommand(session),
                        new SourceAddCommand(session),
                        new SourceRemoveCommand(session),
                        new SourceImportCommand(session),
                        new SourceExportCommand(session)))
                .addSubcommand(
                        group(new DigestGroup(), new DigestPreviewCommand(session), new DigestSendCommand(session)))
                .addSubcommand(group(
                        new SubscriberCommand(),
                        new SubscriberAddCommand(session),
                        new SubscriberSetCommand(session),
                        new SubscriberListCommand(session),
                        new SubscriberShowCommand(session),
                        new SubscriberDueCommand(session),
                        new SubscriberPauseCommand(session),
                        SubscriberActionCommand.resume(session),
                        SubscriberActionCommand.approve(session),
                        SubscriberActionCommand.block(session),
                        SubscriberActionCommand.remove(session),
                        SubscriberActionCommand.erase(session),
                        new SubscriberImportCommand(session),
                        new SubscriberExportCommand(session)))
                .addSubcommand(group(
                        new DeliveryCommand(),
                        new DeliveryListCommand(session),
                        new DeliveryShowCommand(session),
                        new DeliveryRetryCommand(session)))
                .addSubcommand(group(
                        new ConfigCommand(),
                        new ConfigInitCommand(session),
                        new ConfigCheckCommand(session),
                        new ConfigShowCommand(session)))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(new picocli.AutoComplete.GenerateCompletion());
        line.setExecutionStrategy(parsed -> {
            session.use(root.config, root.now);
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setParameterExceptionHandler(Faults::wrongUsage);
        line.setExecutionExceptionHandler(Faults::failed);
        line.registerConverter(Instant.class, RootCommand::instant);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new java.io.PrintWriter(session.out(), true, java.nio.charset.StandardCharsets.UTF_8));
        line.setErr(new java.io.PrintWriter(session.err(), true, java.nio.charset.StandardCharsets.UTF_8));
        return line;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is no instant; write for example 2026-11-20T07:30:00Z");
        }
    }

    private static CommandLine group(Object parent, Object... children) {
        CommandLine line = new CommandLine(parent);
        for (Object child : children) line.addSubcommand(child);
        return line;
    }
}
