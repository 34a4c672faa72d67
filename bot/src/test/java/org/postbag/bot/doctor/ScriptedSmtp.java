package org.postbag.bot.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers as a test says, with STARTTLS where it is given a certificate; it hangs where told to. */
final class ScriptedSmtp implements AutoCloseable {
    static final String HANG = "(hang)";

    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Function<String, String> script;
    private final SSLContext tls;

    /** @param script a line heard ("" on connecting) to the answer; null for the usual one */
    ScriptedSmtp(SSLContext tls, Function<String, String> script) throws IOException {
        this.tls = tls;
        this.script = script;
        Thread thread = new Thread(this::accept, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> heard() {
        return heard;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread thread = new Thread(() -> talk(socket), "smtp-talk");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try {
            if (!say(socket, answer("", false))) return;
            Socket now = socket;
            BufferedReader in = reader(now);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                boolean secured = now != socket;
                if (!say(now, answer(line, secured))) return;
                if (line.equals("STARTTLS") && tls != null) {
                    SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
                    secure.setUseClientMode(false);
                    secure.startHandshake();
                    now = secure;
                    in = reader(now);
                }
                if (line.equals("QUIT")) now.close();
            }
        } catch (IOException e) {
            // the client is gone
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static boolean say(Socket socket, String answer) throws IOException {
        if (answer.equals(HANG)) return false;
        OutputStream out = socket.getOutputStream();
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    private String answer(String line, boolean secured) {
        String own = script.apply(line);
        if (own != null) return own;
        String word = line.toUpperCase(Locale.ROOT);
        if (line.isEmpty()) return "220 mail.example.org ESMTP";
        if (word.startsWith("EHLO"))
            return "250-mail.example.org\r\n" + (tls != null && !secured ? "250-STARTTLS\r\n" : "250-AUTH PLAIN\r\n")
                    + "250-SIZE 10485760\r\n250-PIPELINING\r\n250 8BITMIME";
        if (word.startsWith("AUTH")) return "235 2.7.0 come in";
        if (word.startsWith("STARTTLS")) return "220 go on";
        if (word.startsWith("QUIT")) return "221 bye";
        return word.startsWith("MAIL") || word.startsWith("RSET") ? "250 2.0.0 fine" : "500 5.5.1 what?";
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) socket.close();
    }
}
