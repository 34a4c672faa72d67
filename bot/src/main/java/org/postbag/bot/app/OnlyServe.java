package org.postbag.bot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.ConfigException;
import org.postbag.bot.config.ConfigProblem;

/** Sees to it that one embedded database has one {@code serve}; the lock goes with the process, however it ends. */
final class OnlyServe implements AutoCloseable {
    private final FileChannel channel;

    private OnlyServe(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws ConfigException when another {@code serve} has the database
     */
    static OnlyServe on(Config config) {
        Path file = config.data().resolve("serve.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!config.database().startsWith("jdbc:sqlite:") || locked(channel)) return new OnlyServe(channel);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock " + file + " cannot be taken; check the folder's rights", e);
        }
        throw new ConfigException(
                config.data().toString(),
                List.of(new ConfigProblem(
                        0,
                        "",
                        "another 'serve' is running on this embedded database; stop it, or give each its own 'data'."
                                + " Several on one database need PostgreSQL ('database')")));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process has it
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
