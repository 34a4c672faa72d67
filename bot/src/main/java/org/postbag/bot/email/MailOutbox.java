package org.postbag.bot.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.postbag.bot.delivery.Outcome;

/** Writes each mail as an {@code .eml} file, numbered in order, where there is no server. */
public final class MailOutbox implements MailTransport {
    private final Path folder;
    private int last;

    /**
     * @param folder made when the first mail is written
     */
    public MailOutbox(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Outcome send(OutgoingMail mail, BooleanSupplier leaving) {
        if (!leaving.getAsBoolean()) return new Outcome.Later(null, "it was not to be sent any more", false);
        try {
            Files.createDirectories(folder);
            if (last == 0) last = newest();
            Path draft = Files.createTempFile(folder, ".mail", ".tmp");
            Files.write(draft, mail.bytes());
            Files.move(draft, free(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Outcome.Accepted(mail.messageId());
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox " + folder + " cannot be written; is the disk full?", e);
        }
    }

    @Override
    public int connections() {
        return 1;
    }

    @Override
    public void close() {}

    private Path free() throws IOException {
        for (; ; ) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%06d.eml", ++last));
            try {
                return Files.createFile(file);
            } catch (java.nio.file.FileAlreadyExistsException e) {
                // Another process took this number; the next may be free.
            }
        }
    }

    private int newest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{6,9}\\.eml"))
                    .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf('.'))))
                    .max()
                    .orElse(0);
        }
    }
}
