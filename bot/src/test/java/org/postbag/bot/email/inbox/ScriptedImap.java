package org.postbag.bot.email.inbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** An IMAP server of one mailbox that misbehaves as told, and refuses what it does not understand. */
final class ScriptedImap implements AutoCloseable {
    /** How it behaves from the next connection on. */
    volatile boolean silentGreeting;

    volatile boolean silentIdle;
    volatile boolean refusesLogin;
    final java.util.concurrent.atomic.AtomicInteger drops = new java.util.concurrent.atomic.AtomicInteger();
    volatile boolean hangsInFetch;
    volatile boolean canIdle = true;
    volatile String mail = "";
    volatile boolean seen;
    volatile boolean flagged;

    final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    ScriptedImap() {
        this(ServerSocketFactory.getDefault());
    }

    /** The same behind other sockets, such as TLS. */
    ScriptedImap(ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "scripted-imap");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits until a client sends a line that holds this. */
    void await(String word) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (; ; ) {
            String line = said.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) throw new AssertionError("nobody said " + word);
            if (line.contains(word)) return;
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                said.add("CONNECTED");
                Thread thread = new Thread(() -> serve(socket), "scripted-imap-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            if (silentGreeting) {
                in.readLine();
                return;
            }
            say(out, "* OK ready");
            String idle = "";
            for (String line; (line = in.readLine()) != null; ) {
                said.add(line);
                if (line.equals("DONE")) {
                    if (!silentIdle) say(out, idle + " OK done");
                    continue;
                }
                String tag = line.substring(0, line.indexOf(' '));
                String command = line.substring(line.indexOf(' ') + 1);
                if (command.equals("IDLE")) {
                    idle = tag;
                    say(out, "+ idling");
                } else if (!answer(out, tag, command)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the client is gone
        } finally {
            said.add("CLOSED");
        }
    }

    /** False: the connection is cut. */
    private boolean answer(OutputStream out, String tag, String command) throws IOException {
        if (command.startsWith("CAPABILITY")) {
            say(out, "* CAPABILITY IMAP4rev1" + (canIdle ? " IDLE" : ""));
        } else if (command.startsWith("LOGIN") || command.startsWith("AUTHENTICATE")) {
            if (refusesLogin) {
                say(out, tag + " NO [AUTHENTICATIONFAILED] wrong");
                return true;
            }
        } else if (command.startsWith("SELECT")) {
            say(out, "* FLAGS (\\Seen \\Flagged \\Deleted)");
            say(out, "* " + (mail.isEmpty() ? 0 : 1) + " EXISTS");
            say(out, "* 0 RECENT");
            say(out, "* OK [UIDVALIDITY 7] valid");
        } else if (command.startsWith("SEARCH")) {
            say(out, "* SEARCH" + (mail.isEmpty() || seen ? "" : " 1"));
        } else if (command.contains("BODY.PEEK[]")) {
            return body(out, tag);
        } else if (command.startsWith("FETCH")) {
            say(out, "* 1 FETCH (UID 1 RFC822.SIZE " + mail.length() + ")");
        } else if (command.startsWith("STORE")) {
            seen |= command.contains("\\Seen");
            flagged |= command.contains("\\Flagged");
        } else if (!command.startsWith("NOOP")
                && !command.startsWith("CLOSE")
                && !command.startsWith("LOGOUT")
                && !command.startsWith("UNSELECT")
                && !command.startsWith("EXAMINE")) {
            say(out, tag + " BAD what is " + command);
            return true;
        }
        say(out, tag + " OK done");
        return true;
    }

    private boolean body(OutputStream out, String tag) throws IOException {
        if (hangsInFetch) return true;
        if (drops.get() > 0) {
            drops.decrementAndGet();
            out.write(("* 1 FETCH (BODY[]<0> {" + mail.length() + "}\r\n" + mail.substring(0, 20))
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return false;
        }
        say(out, "* 1 FETCH (BODY[]<0> {" + mail.length() + "}\r\n" + mail + ")");
        say(out, tag + " OK done");
        return true;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
