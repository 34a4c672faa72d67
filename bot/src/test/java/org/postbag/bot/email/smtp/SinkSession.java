package org.postbag.bot.email.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection to a {@link MailSink}: the order of commands, the mails and what the sink is told to do. */
final class SinkSession implements Runnable {
    private final MailSink sink;
    private final Socket socket;
    private final int number;
    private SinkLines lines;
    private boolean secure;
    private boolean loggedIn;
    private String sender = "";
    private String recipient = "";
    private long declared = -1;
    private int mails;

    SinkSession(MailSink sink, Socket socket, int number) {
        this.sink = sink;
        this.socket = socket;
        this.number = number;
    }

    @Override
    public void run() {
        try {
            socket.setTcpNoDelay(true);
            lines = new SinkLines(socket.getInputStream(), socket.getOutputStream());
            if (sink.tls != null && !sink.extensions.contains("STARTTLS")) secure();
            if (act(Moment.GREETING, "", "220 sink.example ESMTP")) while (step(lines.command())) {}
        } catch (SinkLines.SyntaxProblem e) {
            sink.violations.add(e.getMessage());
        } catch (IOException e) {
            // The other side is gone.
        } finally {
            sink.close(socket);
        }
    }

    private void secure() throws IOException {
        SSLContext context = sink.tls;
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        lines = new SinkLines(secured.getInputStream(), secured.getOutputStream());
        secure = true;
    }

    private boolean step(String command) throws IOException {
        if (sink.keepsCommands) sink.commands.add(command);
        String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> lines.say(greeting());
            case "STARTTLS" -> {
                lines.say("220 go ahead");
                secure();
            }
            case "AUTH" -> login(command);
            case "NOOP" -> lines.say("250 2.0.0 ok");
            case "RSET" -> {
                forget();
                lines.say("250 2.0.0 ok");
            }
            case "MAIL" -> {
                return mail(command);
            }
            case "RCPT" -> {
                return rcpt(command);
            }
            case "DATA" -> {
                return data();
            }
            case "QUIT" -> {
                lines.say("221 2.0.0 bye");
                return false;
            }
            default -> {
                sink.violations.add("unknown command " + command);
                lines.say("500 5.5.2 what?");
            }
        }
        return true;
    }

    private String greeting() {
        StringBuilder all = new StringBuilder("250-sink.example\r\n");
        for (String extension : sink.extensions)
            if (!(secure && extension.equals("STARTTLS")))
                all.append("250-").append(extension).append("\r\n");
        return all.append("250 ENHANCEDSTATUSCODES").toString();
    }

    private void login(String command) throws IOException {
        String[] words = command.split(" ");
        String user;
        String password;
        if (words[1].equals("PLAIN")) {
            String[] parts = decode(words[2]).split("\0", -1);
            user = parts[1];
            password = parts[2];
        } else {
            lines.say("334 VXNlcm5hbWU6");
            user = decode(lines.command());
            lines.say("334 UGFzc3dvcmQ6");
            password = decode(lines.command());
        }
        loggedIn = (user + ":" + password).equals(sink.login);
        lines.say(loggedIn ? "235 2.7.0 ok" : "535 5.7.8 authentication failed");
    }

    private static String decode(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private boolean mail(String command) throws IOException {
        if (sink.login != null && !loggedIn) return say("530 5.7.0 log in first");
        if (!sender.isEmpty()) return violation("MAIL inside a mail");
        if (!command.matches("MAIL FROM:<[^<>\\s]+>( SIZE=\\d+)?( SMTPUTF8 BODY=8BITMIME)?"))
            return violation("bad syntax: " + command);
        String address = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
        mails++;
        sink.mostMails.accumulateAndGet(mails, Math::max);
        if (!act(Moment.MAIL, address, "250 2.1.0 ok")) return false;
        if (!agreed) return true;
        sender = address;
        declared = command.contains("SIZE=") ? Long.parseLong(command.replaceAll(".*SIZE=(\\d+).*", "$1")) : -1;
        return true;
    }

    private boolean rcpt(String command) throws IOException {
        if (!command.matches("RCPT TO:<[^<>\\s]+>")) return violation("bad syntax: " + command);
        if (sender.isEmpty()) return say("503 5.5.1 MAIL first");
        String address = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
        if (!act(Moment.RCPT, address, "250 2.1.5 ok")) return false;
        if (agreed) recipient = address;
        return true;
    }

    private boolean data() throws IOException {
        if (recipient.isEmpty()) return say("554 5.5.1 no valid recipients");
        if (!act(Moment.DATA, recipient, "354 go on")) return false;
        if (!agreed) return true;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean first = true;
        for (; ; first = false) {
            byte[] line = lines.line(1000);
            if (line.length == 1 && line[0] == '.') break;
            if (first && sink.behaviour.at(Moment.BODY, number, recipient) instanceof Act.Cut) return false;
            int from = line.length > 0 && line[0] == '.' ? 1 : 0;
            body.write(line, from, line.length - from);
            body.write('\r');
            body.write('\n');
        }
        return end(body.toByteArray());
    }

    private boolean end(byte[] body) throws IOException {
        if (declared >= 0 && Math.abs(declared - body.length) > 2 + body.length / 10)
            sink.violations.add("declared " + declared + " bytes and sent " + body.length);
        Received mail = new Received(sender, recipient, body, number, System.nanoTime());
        Act act = sink.behaviour.at(Moment.END, number, recipient);
        forget();
        if (act instanceof Act.Agree || act instanceof Act.TakeAndCut) sink.received.add(mail);
        if (act instanceof Act.TakeAndCut) return false;
        return perform(act, "250 2.0.0 queued");
    }

    private void forget() {
        sender = "";
        recipient = "";
    }

    private boolean agreed;

    /** False when the connection ends. */
    private boolean act(Moment moment, String argument, String usual) throws IOException {
        return perform(sink.behaviour.at(moment, number, argument), usual);
    }

    private boolean perform(Act act, String usual) throws IOException {
        agreed = act instanceof Act.Agree;
        if (act instanceof Act.Agree) return say(usual);
        if (act instanceof Act.Say say) return say(say.line());
        if (act instanceof Act.SayAndCut last) lines.say(last.line());
        if (act instanceof Act.Hang) while (socket.getInputStream().read() >= 0) {}
        return false;
    }

    private boolean say(String line) throws IOException {
        lines.say(line);
        return true;
    }

    private boolean violation(String what) throws IOException {
        sink.violations.add(what);
        return say("503 5.5.1 bad sequence");
    }
}
