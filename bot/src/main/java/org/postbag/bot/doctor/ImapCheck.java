package org.postbag.bot.doctor;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.URLName;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.postbag.bot.config.Config;

/** Opens the mailbox that readers answer to, and changes nothing in it. */
final class ImapCheck implements Check {
    private final Config.Imap settings;
    private final MailServer server;
    private final Clock clock;
    private final Duration patience;

    ImapCheck(Config.Imap settings, Clock clock) {
        this(settings, clock, MailServer.PATIENCE);
    }

    /** @param patience the longest wait for an answer */
    ImapCheck(Config.Imap settings, Clock clock, Duration patience) {
        this.patience = patience;
        this.settings = settings;
        this.server = MailServer.of(settings);
        this.clock = clock;
    }

    /** For a configuration without a mailbox. */
    static Check absent(boolean sending) {
        if (!sending) return Check.notSetUp("imap", "no email.imap");
        return new Check() {
            @Override
            public String name() {
                return "imap";
            }

            @Override
            public void run(Notes notes) {
                notes.warn(
                        "no email.imap: readers cannot answer or leave by mail, and bounces are not seen",
                        "set email.imap to the mailbox of email.from");
            }
        };
    }

    @Override
    public String name() {
        return "imap";
    }

    @Override
    public void run(Notes notes) {
        ServerCertificate certificate;
        try {
            certificate = new ServerCertificate(server.trust());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            notes.fail(String.valueOf(e.getMessage()), "correct email.imap trust, or leave it away");
            return;
        }
        MailNotes mail = new MailNotes(notes, server, clock);
        URLName url = new URLName("imap", server.host(), server.port(), null, settings.user(), null);
        try (IMAPStore store = new IMAPStore(server.session(certificate, patience), url)) {
            notes.trying("connecting and logging in");
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            notes.ok("connected to " + server.at());
            mail.protection(certificate, store.hasCapability("STARTTLS"));
            notes.ok("login accepted");
            notes.trying("opening INBOX");
            inbox(notes, store);
            if (store.hasCapability("IDLE")) notes.ok("tells of new mail at once (IDLE)");
            else
                notes.warn(
                        "offers no IDLE, so mail is looked for every "
                                + settings.poll().toSeconds() + " s",
                        "lower email.imap poll if answers come too late");
        } catch (ReadOnlyFolderException e) {
            notes.fail("INBOX may only be read", "give email.imap user the right to change flags in INBOX");
        } catch (MessagingException e) {
            mail.failure(e, certificate, "");
        }
    }

    private static void inbox(Notes notes, IMAPStore store) throws MessagingException {
        Folder inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
        try {
            if (inbox.getMode() != Folder.READ_WRITE) throw new ReadOnlyFolderException(inbox);
            notes.ok("INBOX has " + inbox.getUnreadMessageCount() + " unread of " + inbox.getMessageCount());
        } finally {
            inbox.close(false);
        }
    }
}
