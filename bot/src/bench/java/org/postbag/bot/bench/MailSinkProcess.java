package org.postbag.bot.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Postfix's {@code smtp-sink}, which takes every mail and keeps none, and its {@code smtp-source}, which makes some. */
record MailSinkProcess(Process process, int port) implements AutoCloseable {
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/sbin"), Path.of("/usr/libexec/postfix"));

    /** Whether Postfix is installed. */
    static boolean available() {
        return FOLDERS.stream().anyMatch(folder -> Files.isExecutable(folder.resolve("smtp-sink")));
    }

    static MailSinkProcess start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(program("smtp-sink"), "-u", "nobody", "127.0.0.1:" + port, "1024")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; !answers(port); i++) {
            if (i == 100 || !process.isAlive()) throw new IllegalStateException("smtp-sink does not answer");
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return new MailSinkProcess(process, port);
    }

    /** Mails a second of this size that {@code smtp-source} sends here over so many connections. */
    double source(int mails, int bytes, int connections) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process source = new ProcessBuilder(
                        program("smtp-source"),
                        "-s", Integer.toString(connections),
                        "-l", Integer.toString(bytes),
                        "-m", Integer.toString(mails),
                        "-d", "127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (source.waitFor() != 0) throw new IllegalStateException("smtp-source failed");
        return mails / ((System.nanoTime() - start) / 1e9);
    }

    private static String program(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + "; apt-get install postfix"))
                .toString();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
