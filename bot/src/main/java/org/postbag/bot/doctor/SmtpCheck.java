package org.postbag.bot.doctor;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;

/** Talks to one mail server up to the envelope's sender, and sends nothing. */
final class SmtpCheck implements Check {
    private static final List<String> EXTENSIONS = List.of("8BITMIME", "PIPELINING", "SMTPUTF8");

    private final Config.Smtp settings;
    private final MailServer server;
    private final Optional<Sender> sender;
    private final Clock clock;
    private final Duration patience;

    SmtpCheck(Config.Smtp settings, Optional<Sender> sender, Clock clock) {
        this(settings, sender, clock, MailServer.PATIENCE);
    }

    /** @param patience the longest wait for an answer */
    SmtpCheck(Config.Smtp settings, Optional<Sender> sender, Clock clock, Duration patience) {
        this.patience = patience;
        this.settings = settings;
        this.server = MailServer.of(settings);
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "smtp " + server.at();
    }

    /** Angus' SMTP client by its own name, for the commands that a transport does not show. */
    private static SMTPTransport transport(Session session, Config.Smtp settings) {
        return new SMTPTransport(
                session, new URLName("smtp", settings.host(), settings.port(), null, settings.user(), null));
    }

    @Override
    public void run(Notes notes) {
        ServerCertificate certificate;
        try {
            certificate = new ServerCertificate(server.trust());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            notes.fail(String.valueOf(e.getMessage()), "correct email.smtp trust, or leave it away");
            return;
        }
        MailNotes mail = new MailNotes(notes, server, clock);
        SMTPTransport smtp = transport(server.session(certificate, patience), settings);
        try (smtp) {
            notes.trying("connecting and logging in");
            smtp.connect(settings.host(), settings.port(), settings.user(), settings.password());
            notes.ok("connected");
            mail.protection(certificate, smtp.supportsExtension("STARTTLS"));
            login(notes, smtp);
            sender(notes, smtp);
            notes.ok("offers " + offered(smtp));
        } catch (MessagingException e) {
            mail.failure(e, certificate, said(smtp));
        }
    }

    private void login(Notes notes, SMTPTransport smtp) {
        if (server.user() == null) notes.ok("no login is configured");
        else if (smtp.supportsExtension("AUTH") || smtp.supportsExtension("AUTH=LOGIN")) notes.ok("login accepted");
        else
            notes.warn(
                    "it takes no login here, so user and password are not used",
                    "check port and tls of email.smtp, or leave user and password away");
    }

    private void sender(Notes notes, SMTPTransport smtp) throws MessagingException {
        if (sender.isEmpty()) return;
        notes.trying("offering the sender's address");
        String refused = offer(smtp, sender.get().address());
        if (refused != null) {
            notes.fail(
                    "it does not let " + sender.get().address() + " send" + MailNotes.quoted(refused),
                    "let email.smtp user send as email.from on that server, or change email.from");
            return;
        }
        String bounces = offer(smtp, sender.get().forBounces());
        if (bounces == null) notes.ok("takes the sender " + sender.get().address() + ", with +… for bounces too");
        else
            notes.warn(
                    "takes the sender " + sender.get().address() + ", but not with +… behind its name"
                            + MailNotes.quoted(bounces),
                    "allow addresses with + (recipient_delimiter) for this sender, or bounces are known by their text only");
    }

    /** What the server said against it; null when it took the address. */
    private static @Nullable String offer(SMTPTransport smtp, String address) throws MessagingException {
        boolean ascii = address.chars().allMatch(c -> c < 0x80);
        int code = smtp.simpleCommand("MAIL FROM:<" + address + ">" + (ascii ? "" : " SMTPUTF8"));
        String refused = code / 100 == 2 ? null : said(smtp);
        smtp.simpleCommand("RSET");
        return refused;
    }

    private static String said(SMTPTransport smtp) {
        String said = smtp.getLastServerResponse();
        return said == null ? "" : said;
    }

    private static String offered(SMTPTransport smtp) {
        List<String> offered = new ArrayList<>();
        if (smtp.supportsExtension("SIZE")) {
            String size = smtp.getExtensionParameter("SIZE");
            boolean number = size != null && size.matches("[0-9]{4,15}");
            offered.add(number ? "SIZE " + Long.parseLong(size) / 1024 + " KB" : "SIZE");
        }
        for (String extension : EXTENSIONS) if (smtp.supportsExtension(extension)) offered.add(extension);
        return offered.isEmpty() ? "none of SIZE, " + String.join(", ", EXTENSIONS) : String.join(", ", offered);
    }
}
