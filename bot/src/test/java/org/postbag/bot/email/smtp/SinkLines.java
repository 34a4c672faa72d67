package org.postbag.bot.email.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reads and writes lines and is strict about their ends and lengths (RFC 5321, 4.5.3.1). */
final class SinkLines {
    private final InputStream in;
    private final OutputStream out;

    SinkLines(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /** A line without its end. */
    byte[] line(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (; ; ) {
            int b = in.read();
            if (b < 0) {
                if (line.size() > 0) throw new EOFException("cut inside a line");
                throw new EOFException("closed");
            }
            if (b == '\n') throw new SyntaxProblem("LF without CR");
            if (b == '\r') {
                if (in.read() != '\n') throw new SyntaxProblem("CR without LF");
                return line.toByteArray();
            }
            line.write(b);
            if (line.size() > longest) throw new SyntaxProblem("a line longer than " + longest);
        }
    }

    String command() throws IOException {
        return new String(line(510), StandardCharsets.UTF_8);
    }

    void say(String lines) throws IOException {
        out.write((lines + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The other side does not speak SMTP. */
    static final class SyntaxProblem extends IOException {
        private static final long serialVersionUID = 1L;

        SyntaxProblem(String message) {
            super(message);
        }
    }
}
