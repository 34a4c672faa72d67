package org.postbag.bot.email;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postbag.posts.collect.SharedFolder;

/**
 * A real Postfix and a real Dovecot on loopback, which {@code ../shared/mail-peers/start.sh} sets up in a folder of its
 * own, with the inboxes of alice, bob, bot and news. Tests that need them are skipped where they cannot run, and say why.
 */
final class MailPeers implements AutoCloseable {
    static final int SMTP = 10025;
    static final int SUBMISSION = 10587;
    static final int IMAPS = 10993;
    static final String PASSWORD = "secret";
    private static final List<Integer> PORTS = List.of(SMTP, SUBMISSION, 10465, 10143, IMAPS, 10024);

    private final Path scripts;
    private final Path folder;

    /** Their ports are fixed, so one test at a time has them, whichever process it runs in. */
    private final FileLock turn;

    private MailPeers(Path scripts, Path folder, FileLock turn) {
        this.scripts = scripts;
        this.folder = folder;
        this.turn = turn;
    }

    static MailPeers start() {
        Path scripts = SharedFolder.at("mail-peers/start.sh").getParent();
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: Postfix and Dovecot start as root only");
        for (String program : List.of("/usr/sbin/postfix", "/usr/sbin/dovecot", "/usr/lib/dovecot/lmtp"))
            assumeTrue(
                    Files.isExecutable(Path.of(program)),
                    "skipped: no " + program + " here; apt-get install -y postfix dovecot-imapd dovecot-lmtpd openssl");
        FileLock turn = turn();
        try {
            for (int port : PORTS) assumeTrue(isFree(port), "skipped: something listens on port " + port + " already");
            return started(scripts, turn);
        } catch (RuntimeException | Error e) {
            giveBack(turn);
            throw e;
        }
    }

    private static MailPeers started(Path scripts, FileLock turn) {
        try {
            // Dovecot keeps the mails as a user of its own, who must get there.
            Path folder = Files.createTempDirectory("postbag-peers");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            MailPeers peers = new MailPeers(scripts, folder, turn);
            try {
                peers.run("start.sh");
            } catch (RuntimeException | Error e) {
                peers.close();
                throw e;
            }
            return peers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock turn() {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "postbag-mail-peers.lock");
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .lock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void giveBack(FileLock turn) {
        try {
            turn.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The certificate that both show, and that is to be trusted. */
    Path certificate() {
        return folder.resolve("tls/cert.pem");
    }

    /** Where a user's new mails lie, a file each (Maildir). */
    Path maildir(String user) {
        return folder.resolve("dovecot/mail").resolve(user).resolve("new");
    }

    /** What is said goes into a file, since the servers that are started keep it open. */
    private void run(String script) {
        Path out = folder.resolve(script + ".log");
        try {
            Process process = new ProcessBuilder(
                            "/bin/bash", scripts.resolve(script).toString(), folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new IllegalStateException(script + " failed: " + Files.readString(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The mails are thrown away; the servers may still be writing a last log line, so what stays is let be. */
    @Override
    public void close() {
        run("stop.sh");
        giveBack(turn);
        try (Stream<Path> all = Files.walk(folder.resolve("dovecot/mail"))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
