package org.postbag.bot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code config init}: writes a commented file to start from. */
@Command(name = "init", description = "Writes a commented configuration to start from.")
final class ConfigInitCommand implements Callable<Integer> {
    private final Session session;

    ConfigInitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path file = session.configFile();
        try (InputStream sample = ConfigInitCommand.class.getResourceAsStream("/org/postbag/bot/postbag.yaml")) {
            if (file.toAbsolutePath().getParent() != null)
                Files.createDirectories(file.toAbsolutePath().getParent());
            if (sample == null) throw new IllegalStateException("the sample configuration is missing from the jar");
            Files.write(file, sample.readAllBytes(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            session.err().println(file + " exists already and was left as it is; name another with --config.");
            return Faults.FAILED;
        }
        session.out().println(file.toAbsolutePath());
        session.err().println("Now edit it, then run 'postbag config check'.");
        return 0;
    }
}
