package org.postbag.bot.doctor;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;

/** What there is to say about the connection to a mail server, whichever protocol it speaks: TLS, and why it failed. */
final class MailNotes {
    private static final int SOON_DAYS = 14;

    private final Notes notes;
    private final MailServer server;
    private final Clock clock;

    MailNotes(Notes notes, MailServer server, Clock clock) {
        this.notes = notes;
        this.server = server;
        this.clock = clock;
    }

    /** Once connected: how the connection is protected. */
    void protection(ServerCertificate certificate, boolean startTlsOffered) {
        X509Certificate shown = certificate.shown();
        if (server.tls() != Config.Tls.NONE) {
            notes.ok("TLS");
            if (shown != null) validity(shown);
            return;
        }
        if (server.isLoopback()) notes.ok("not encrypted, which is fine within this machine");
        else if (server.user() != null)
            notes.warn(
                    "the password goes over the network unencrypted",
                    "set " + server.key() + " tls: "
                            + (startTlsOffered ? "starttls, which it offers" : "starttls or tls"));
        else
            notes.warn(
                    "not encrypted" + (startTlsOffered ? " though it offers STARTTLS" : ""),
                    "set " + server.key() + " tls: starttls or tls");
    }

    private void validity(X509Certificate certificate) {
        long days = ChronoUnit.DAYS.between(
                clock.instant(), certificate.getNotAfter().toInstant());
        String what = described(certificate) + ", valid for " + days + " more days";
        if (days < SOON_DAYS) notes.warn(what, "renew the certificate of " + server.host());
        else notes.ok(what);
    }

    private static String described(X509Certificate certificate) {
        return "certificate of " + certificate.getSubjectX500Principal().getName() + " by "
                + certificate.getIssuerX500Principal().getName();
    }

    /** @param said the server's last words; empty for none */
    void failure(MessagingException e, ServerCertificate certificate, String said) {
        String where = server.at();
        if (e instanceof AuthenticationFailedException) {
            notes.fail(
                    where + " refused the login" + quoted(said.isEmpty() ? String.valueOf(e.getMessage()) : said),
                    "check " + server.key() + " user and password; many providers want an app password here");
        } else if (cause(e, UnknownHostException.class) != null) {
            notes.fail(
                    "the host " + server.host() + " is not known",
                    "check " + server.key() + " host, and this machine's DNS");
        } else if (cause(e, SSLException.class) != null || cause(e, CertificateException.class) != null) {
            tls(e, certificate.shown());
        } else if (cause(e, SocketTimeoutException.class) instanceof SocketTimeoutException timeout) {
            boolean connecting = String.valueOf(timeout.getMessage())
                    .toLowerCase(Locale.ROOT)
                    .contains("connect");
            notes.fail(
                    where + (connecting ? " does not take the connection" : " took the connection and does not answer"),
                    connecting
                            ? "check host and port of " + server.key() + "; many networks block port 25"
                            : "check port and tls of " + server.key()
                                    + ": a TLS port waits for TLS; else look at the server's log");
        } else if (cause(e, ConnectException.class) != null) {
            notes.fail(
                    "nothing takes connections at " + where,
                    "start the mail server, or check host and port of " + server.key());
        } else if (String.valueOf(e.getMessage()).contains("STARTTLS")) {
            notes.fail(
                    where + " offers no STARTTLS",
                    "set " + server.key()
                            + " tls: tls if the port speaks TLS from the start; none only within this machine");
        } else {
            notes.fail(
                    "talking to " + where + " failed" + quoted(said.isEmpty() ? String.valueOf(e.getMessage()) : said),
                    "check host, port and tls of " + server.key() + ", and the server's log");
        }
    }

    private void tls(MessagingException e, @Nullable X509Certificate shown) {
        if (shown == null) {
            notes.fail(
                    server.at() + " speaks no TLS here" + quoted(String.valueOf(e.getMessage())),
                    "check port and tls of " + server.key()
                            + ": usual are 465 and 993 with tls, 587 and 143 with starttls");
            return;
        }
        String what = described(shown);
        if (cause(e, CertificateExpiredException.class) != null)
            notes.fail(what + " is out of date", "renew the certificate, and check this machine's clock");
        else if (names(e))
            notes.fail(
                    what + " is not for " + server.host(),
                    "set " + server.key() + " host to a name that the certificate is for");
        else
            notes.fail(
                    what + " is not trusted",
                    "set " + server.key()
                            + " trust: to the PEM file of the CA that issued it, or get a public certificate");
    }

    private static boolean names(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no name matching")
                    || message.contains("subject alternative")
                    || message.contains("verify identity")) return true;
        }
        return false;
    }

    private static @Nullable Throwable cause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable t = e; t != null; t = t.getCause()) if (type.isInstance(t)) return t;
        return null;
    }

    static String quoted(String said) {
        String line = Notes.line(said);
        return line.isEmpty() ? "" : ": \"" + line + "\"";
    }
}
