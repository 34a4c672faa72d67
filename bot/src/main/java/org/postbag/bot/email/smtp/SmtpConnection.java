package org.postbag.bot.email.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;

/**
 * A connection to one server, opened anew when it was closed or has carried enough mails. It carries one mail at a time
 * and says how the dialogue about it ended. {@link ConnectionPool} lends it to one thread at a time.
 */
final class SmtpConnection {
    private static final byte[] QUIT = "QUIT\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Config.Smtp server;
    private final SSLSocketFactory trusted;
    private final OwnName ownName;
    private final Timeouts timeouts;
    private volatile @Nullable Wire wire;
    private volatile @Nullable SmtpDialogue dialogue;
    private int mails;
    private Instant restingSince = Instant.MAX;

    SmtpConnection(Config.Smtp server, SSLSocketFactory trusted, OwnName ownName, Timeouts timeouts) {
        this.server = server;
        this.trusted = trusted;
        this.ownName = ownName;
        this.timeouts = timeouts;
    }

    /** Opens it anew; the answer is why that did not work, fit for an operator, or empty. */
    Optional<String> open() {
        retire();
        Wire opening = new Wire(trusted);
        wire = opening;
        opening.within(timeouts.connect().plus(timeouts.login()));
        SmtpDialogue greeting = null;
        try {
            opening.open(server, timeouts.connect());
            opening.within(timeouts.login());
            greeting = new SmtpDialogue(server, opening, ownName.on(opening.socket()));
            greeting.connect(opening.socket());
            opening.unlimited();
            dialogue = greeting;
            mails = 0;
            if (server.user() == null || greeting.offersLogin()) return Optional.empty();
            retire();
            return Optional.of("offers no login; check email.smtp port and tls");
        } catch (AuthenticationFailedException e) {
            opening.cut();
            return Optional.of("refused the login; check email.smtp user and password; it said "
                    + Reply.words(String.valueOf(e.getMessage())));
        } catch (IOException | MessagingException e) {
            opening.cut();
            if (greeting != null && greeting.getLastReturnCode() >= 400)
                return Optional.of("did not let us in: " + greeting.lastReply());
            return Optional.of("cannot be reached: " + (opening.overdue() ? "it took too long" : cause(e)));
        }
    }

    private static String cause(Exception e) {
        Exception inner = e instanceof MessagingException m && m.getNextException() != null ? m.getNextException() : e;
        String said = inner.getMessage();
        return Reply.words(said == null ? inner.getClass().getSimpleName() : said);
    }

    boolean connected() {
        return dialogue != null;
    }

    /** Whether it can carry another mail as far as is known without asking. */
    boolean usable() {
        return dialogue != null && mails < server.perConnection();
    }

    /** Asks the server whether the connection still stands. */
    boolean alive() {
        SmtpDialogue open = dialogue;
        Wire line = wire;
        if (open == null || line == null) return false;
        line.within(timeouts.login());
        boolean alive = open.isConnected();
        line.unlimited();
        if (!alive) drop();
        return alive;
    }

    boolean supports(String extension) {
        SmtpDialogue open = dialogue;
        return open != null && open.supportsExtension(extension);
    }

    /**
     * @param data as {@link MailData} makes it
     */
    Answer send(Envelope envelope, byte[] data) {
        SmtpDialogue open = dialogue;
        Wire line = wire;
        if (open == null || line == null) throw new IllegalStateException("the connection is not open");
        mails++;
        Exchange exchange = new Exchange(open, line, timeouts);
        Answer answer = exchange.carry(envelope, data);
        line.unlimited();
        if (!exchange.goesOn()) drop();
        return answer;
    }

    void rest(Instant now) {
        restingSince = now;
    }

    Instant restingSince() {
        return restingSince;
    }

    /** May be called by any thread. */
    void cutIfOverdue() {
        Wire current = wire;
        if (current != null) current.cutIfOverdue();
    }

    /** Ends what is under way; may be called by any thread. */
    void cut() {
        Wire current = wire;
        if (current != null) current.cut();
    }

    /** Takes leave and waits until the server has closed, so that it never sees more of us than it should. */
    void retire() {
        SmtpDialogue leaving = dialogue;
        Wire line = wire;
        if (leaving != null && line != null) {
            line.within(timeouts.leave());
            try {
                line.write(QUIT);
                while (leaving.reply().code() > 0) {}
            } catch (IOException e) {
                // Closed, which is what was asked for.
            }
        }
        drop();
    }

    /** Takes leave and waits for nothing. */
    void leave() {
        Wire line = wire;
        try {
            if (dialogue != null && line != null) line.write(QUIT);
        } catch (IOException e) {
            // The server was first, which is no news.
        }
        drop();
    }

    private void drop() {
        dialogue = null;
        cut();
    }
}
