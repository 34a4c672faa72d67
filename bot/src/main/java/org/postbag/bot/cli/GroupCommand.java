package org.postbag.bot.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A word that only groups commands. */
@Command(mixinStandardHelpOptions = true)
abstract class GroupCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "'" + spec.name() + "' needs one of: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}

/** {@code postbag post …} */
@Command(name = "post", description = "Looks at what was collected.")
final class PostCommand extends GroupCommand {}

/** {@code postbag source …} */
@Command(name = "source", description = "Looks at where posts come from.")
final class SourceCommand extends GroupCommand {}

/** {@code postbag digest …} */
@Command(name = "digest", description = "Previews and sends digests.")
final class DigestGroup extends GroupCommand {}

/** {@code postbag subscriber …} */
@Command(name = "subscriber", description = "Manages who gets digests.")
final class SubscriberCommand extends GroupCommand {}

/** {@code postbag delivery …} */
@Command(name = "delivery", description = "Looks at what was sent to whom.")
final class DeliveryCommand extends GroupCommand {}

/** {@code postbag config …} */
@Command(name = "config", description = "Writes, checks and shows the configuration.")
final class ConfigCommand extends GroupCommand {}
