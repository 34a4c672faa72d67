package org.postbag.bot.email.smtp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A socket that gives up on a server which answers without end; below TLS where there is TLS. */
final class MeteredSocket extends Socket {
    private static final int MOST_UNASKED = 256 * 1024;

    private volatile int left = MOST_UNASKED;
    private @Nullable InputStream input;

    /** Something was asked, so that an answer may come again. */
    void refill() {
        left = MOST_UNASKED;
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (input == null) input = new Metered(super.getInputStream());
        return input;
    }

    private final class Metered extends FilterInputStream {
        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // One thread reads, and it is the one that asks.
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) throw new IOException("the server's answer does not end");
            int read = super.read(buffer, offset, length);
            left -= Math.max(0, read);
            return read;
        }
    }
}
