package org.postbag.bot.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file being read, with a bar on a terminal that shows how much of it is done; how many lines that is, its reader says. */
final class CountedLines extends FilterInputStream {
    private final ProgressBar bar;
    private final long size;
    private long read;

    CountedLines(PrintStream err, Path file, InputStream in) throws IOException {
        super(in);
        bar = ProgressBar.on(err);
        size = Files.size(file);
    }

    void lines(long lines) {
        bar.at(lines + " lines", read, size);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) read++;
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) read += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        bar.close();
        super.close();
    }
}
