package org.postbag.bot.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.Outcome;

/**
 * One connection to one server, used for many mails one after the other. It knows whether the end of a mail had been
 * sent when the connection broke, which is the difference between "try again" and "may have arrived" (RFC 5321, 4.2.5
 * and 4.5.3.2.6).
 */
final class SmtpConnection {
    private final Transport transport;
    private final Config.Smtp server;
    private int mails;

    SmtpConnection(Session session, Config.Smtp server) {
        this.server = server;
        this.transport = new Transport(session, server);
    }

    /** Marks when a mail's last line has left. */
    private static final class Transport extends SMTPTransport {
        private boolean ended;

        Transport(Session session, Config.Smtp server) {
            super(session, new URLName("smtp", server.host(), server.port(), null, server.user(), server.password()));
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            ended = true;
            super.finishData();
            ended = false;
        }
    }

    private static final class Wire extends org.eclipse.angus.mail.smtp.SMTPMessage {
        private final byte[] bytes;

        Wire(OutgoingMail mail) {
            super((Session) null);
            bytes = mail.bytes();
            setEnvelopeFrom(mail.sender());
            saved = true;
        }

        @Override
        public void writeTo(java.io.OutputStream out, String[] ignore) throws IOException {
            out.write(bytes);
        }

        @Override
        public void saveChanges() {}
    }

    /** Whether it can carry another mail: alive, and not yet at its number of mails. */
    boolean usable() {
        return transport.isConnected() && mails < server.perConnection();
    }

    Outcome send(OutgoingMail mail, java.util.function.BooleanSupplier leaving) {
        mails++;
        transport.ended = false;
        try {
            if (!transport.isConnected())
                transport.connect(server.host(), server.port(), server.user(), server.password());
        } catch (jakarta.mail.AuthenticationFailedException e) {
            return new Outcome.Later(
                    Duration.ofMinutes(5), name() + " refused the login; check email.smtp user and password", false);
        } catch (MessagingException e) {
            return new Outcome.Later(null, name() + " cannot be reached: " + firstLine(e), true);
        }
        if (!leaving.getAsBoolean()) return new Outcome.Later(null, "it was not to be sent any more", false);
        try {
            transport.sendMessage(new Wire(mail), new Address[] {new InternetAddress(mail.recipient())});
            return new Outcome.Accepted(mail.messageId());
        } catch (MessagingException e) {
            return outcome(e);
        }
    }

    private Outcome outcome(MessagingException e) {
        SMTPAddressFailedException address = find(e, SMTPAddressFailedException.class);
        int code = address != null ? address.getReturnCode() : code(e);
        String said = "the mail server said " + code + " " + reply(e, address);
        if (code == 421) close();
        if (code >= 500 && address != null)
            return code == 552 ? new Outcome.Later(null, said, true) : new Outcome.Gone(said);
        if (code >= 500) return new Outcome.Refused(said);
        if (code >= 400) return new Outcome.Later(null, said, true);
        boolean ended = transport.ended;
        close();
        return ended
                ? new Outcome.Uncertain("the connection to " + name() + " broke after the mail was sent")
                : new Outcome.Later(null, "the connection to " + name() + " broke: " + firstLine(e), true);
    }

    private String name() {
        return "the mail server " + server.host() + ":" + server.port();
    }

    /** The reply code, 0 when there was none. */
    private static int code(MessagingException e) {
        SMTPSendFailedException failed = find(e, SMTPSendFailedException.class);
        return failed == null ? 0 : Math.max(0, failed.getReturnCode());
    }

    /** The server's words without addresses. */
    private static String reply(MessagingException e, @Nullable SMTPAddressFailedException address) {
        return firstLine(address != null ? address : e)
                .replaceAll("^\\d{3}[ -]", "")
                .replaceAll("<?[^\\s<>]+@[^\\s<>]+>?", "<…>");
    }

    private static <T extends Throwable> @Nullable T find(MessagingException e, Class<T> type) {
        Exception next = e;
        for (int depth = 0; next != null && depth < 10; depth++) {
            if (type.isInstance(next)) return type.cast(next);
            next = next instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return null;
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.length() > 200 ? message.substring(0, 200) : message;
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It is being thrown away; the server closing first is no news.
        }
    }
}
