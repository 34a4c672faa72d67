package org.postbag.bot.email;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.command.Says;
import org.postbag.bot.config.Config;
import org.postbag.bot.store.MailLog;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.posts.store.PostStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches unseen mails over IMAP, gives each to {@link MailConversation}, and marks it seen when it was handled, so that a
 * crash loses none; that none is answered twice is {@code MailLog}'s doing.
 */
public final class InboxReader {
    private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);
    private static final int MOST_A_PASS = 200;
    private static final int MOST_BYTES = 5 << 20;

    private final Config.Imap server;
    private final Session session;
    private final MailParser parser;
    private final MailConversation conversation;

    InboxReader(Config.Imap server, MailParser parser, MailConversation conversation) {
        this.server = server;
        this.session = MailSessions.imap(server);
        this.parser = parser;
        this.conversation = conversation;
    }

    /** With everything it needs put together. */
    public static InboxReader wired(
            Config.Imap server,
            Conversation conversation,
            MailTransport transport,
            MailWriter writer,
            EmailRenderer renderer,
            PostStore posts,
            NumberedLists lists,
            Says says,
            MailLog log,
            ZoneId defaultZone,
            Clock clock) {
        MailConversation answering = new MailConversation(
                conversation, transport, writer, renderer, posts, lists, says, log, defaultZone, clock);
        return new InboxReader(server, new MailParser(writer.fromAddress()), answering);
    }

    /** One pass over the mailbox; how many mails were handled. */
    public int readNew() throws MessagingException {
        try (Store store = session.getStore("imap")) {
            store.connect(server.host(), server.port(), server.user(), server.password());
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            try {
                Message[] unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                int handled = Math.min(unseen.length, MOST_A_PASS);
                for (int i = 0; i < handled; i++) handle(unseen[i]);
                return handled;
            } finally {
                inbox.close(false);
            }
        }
    }

    private void handle(Message message) throws MessagingException {
        try {
            if (message.getSize() > MOST_BYTES) LOG.warn("a mail of {} bytes was set aside unread", message.getSize());
            else conversation.receive(parser.parse((MimeMessage) message));
        } catch (IOException | RuntimeException e) {
            LOG.warn("a mail could not be read and was set aside: {}", e.toString());
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }
}
