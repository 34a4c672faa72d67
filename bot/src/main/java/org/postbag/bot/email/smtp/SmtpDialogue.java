package org.postbag.bot.email.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.postbag.bot.config.Config;

/**
 * Angus' SMTP client on our own socket: it greets, starts TLS, logs in and reads replies. Commands of a mail are written
 * to the {@link Wire} by {@link SmtpConnection}, for Angus would write them one by one and mails byte by byte.
 */
final class SmtpDialogue extends SMTPTransport {

    SmtpDialogue(Config.Smtp server, Wire wire, String ownName) {
        super(
                session(server, wire, ownName),
                new URLName("smtp", server.host(), server.port(), null, server.user(), server.password()));
    }

    private static Session session(Config.Smtp server, Wire wire, String ownName) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", ownName);
        properties.put("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.tls() == Config.Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.tls() == Config.Tls.STARTTLS));
        properties.put("mail.smtp.ssl.socketFactory", wire.tls());
        properties.put("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }

    /** Whether the server lets somebody log in, on this connection. */
    boolean offersLogin() {
        return supportsExtension("AUTH") || supportsExtension("AUTH=LOGIN");
    }

    /** What the server said last, good or bad. */
    Reply lastReply() {
        return Reply.read(getLastReturnCode(), getLastServerResponse());
    }

    /**
     * The answer to what was written.
     *
     * @throws IOException when the connection broke, or what came is no reply
     */
    synchronized Reply reply() throws IOException {
        int code;
        try {
            code = readServerResponse();
        } catch (MessagingException e) {
            throw e.getNextException() instanceof IOException io ? io : new IOException("no answer came", e);
        }
        if (code == -1 && getLastServerResponse().equals("[EOF]"))
            throw new IOException("the server closed the connection");
        if (code < 200 || code > 599) throw new IOException("the server's answer is not SMTP");
        return lastReply();
    }
}
