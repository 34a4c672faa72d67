package org.postbag.bot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.postbag.bot.config.Config;

/** Makes the folder that data lives in. */
final class Folders {
    private Folders() {}

    /** The database's address, its folder made. */
    static String made(Config config) {
        try {
            Files.createDirectories(config.data());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the data folder " + config.data() + " cannot be made; check 'data' and its rights", e);
        }
        return config.database();
    }
}
