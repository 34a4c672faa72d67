package org.postbag.posts.collect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real posts beside the repository; tests that need it are skipped where it is absent, and say so. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file or folder of it, from the system property or variable {@code postbag.shared}, or {@code ../shared}. */
    public static Path at(String name) {
        String set = System.getProperty("postbag.shared", System.getenv().getOrDefault("POSTBAG_SHARED", ""));
        Path found = null;
        if (!set.isEmpty()) found = Path.of(set);
        for (Path up = Path.of("").toAbsolutePath(); found == null && up != null; up = up.getParent())
            if (Files.isRegularFile(up.resolve("mvnw")) || Files.isDirectory(up.resolve(".mvn")))
                found = up.resolveSibling("shared");
        assumeTrue(found != null && Files.exists(found.resolve(name)), "skipped: no ../shared/" + name + " here");
        return found.resolve(name);
    }
}
