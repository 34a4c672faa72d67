package org.postbag.bot.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postbag.posts.collect.Progress;

/** Shows on a terminal how far long work is; writes nothing where stderr is no terminal. */
final class ProgressBar implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream err;
    private final boolean shown;
    private long drawn;
    private boolean dirty;

    private ProgressBar(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    static ProgressBar on(PrintStream err) {
        return new ProgressBar(err, isTerminal());
    }

    /** What descriptor 2 is, which Java does not tell; only Linux does. */
    private static boolean isTerminal() {
        Path stderr = Path.of("/proc/self/fd/2");
        try {
            if (Files.isSymbolicLink(stderr)) {
                String target = Files.readSymbolicLink(stderr).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            }
        } catch (IOException e) {
            return false; // not to be known, so no bar
        }
        return false;
    }

    @Override
    public synchronized void at(String what, long done, long total) {
        if (!shown) return;
        long now = System.nanoTime();
        if (dirty && now - drawn < REDRAW_NANOS && done < total) return;
        drawn = now;
        dirty = true;
        int filled = total <= 0 ? 0 : (int) (WIDTH * Math.min(done, total) / total);
        err.print("\r" + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + done + "/" + total + " " + what
                + "\u001b[K");
        err.flush();
    }

    @Override
    public synchronized void close() {
        if (dirty) err.print("\r\u001b[K");
        dirty = false;
    }
}
