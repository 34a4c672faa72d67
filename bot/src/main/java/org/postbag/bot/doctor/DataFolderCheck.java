package org.postbag.bot.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether the data folder can be written to, and how much room is left. */
final class DataFolderCheck implements Check {
    private static final long MB = 1L << 20;
    private static final long LITTLE = 1L << 30;
    private static final long TOO_LITTLE = 100 * MB;

    private final Path folder;
    private final FreeSpace space;

    /** How many bytes may still be written to where a path lies. */
    interface FreeSpace {
        long of(Path path) throws IOException;
    }

    DataFolderCheck(Path folder, FreeSpace space) {
        this.folder = folder;
        this.space = space;
    }

    @Override
    public String name() {
        return "data";
    }

    @Override
    public void run(Notes notes) {
        Path at = nearest(folder);
        if (at == null || !Files.isDirectory(at)) {
            notes.fail(folder + " is no folder", "set 'data' to a folder that can be made");
            return;
        }
        try {
            writable(notes, at);
            room(notes, space.of(at));
        } catch (IOException e) {
            notes.fail(
                    at + " cannot be written to (" + e.getClass().getSimpleName() + ")",
                    "give the user that runs Postbag the right to write there, or set 'data' to another folder");
        }
    }

    private static @Nullable Path nearest(Path folder) {
        Path at = folder.toAbsolutePath();
        while (at != null && !Files.exists(at)) at = at.getParent();
        return at;
    }

    private void writable(Notes notes, Path at) throws IOException {
        Path trial = Files.createTempFile(at, ".doctor", null);
        try {
            Files.writeString(trial, "a trial\n");
        } finally {
            Files.delete(trial);
        }
        notes.ok(at.equals(folder.toAbsolutePath()) ? folder + " can be written to" : folder + " can be made");
    }

    private static void room(Notes notes, long bytes) {
        String free = bytes < LITTLE ? bytes / MB + " MB free" : bytes / LITTLE + " GB free";
        if (bytes < TOO_LITTLE)
            notes.fail(free, "make room on that disk before the database cannot be written any more");
        else if (bytes < LITTLE) notes.warn(free, "make room on that disk soon");
        else notes.ok(free);
    }
}
