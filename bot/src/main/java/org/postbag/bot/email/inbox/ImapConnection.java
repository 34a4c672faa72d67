package org.postbag.bot.email.inbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.postbag.bot.config.Config;
import org.postbag.bot.email.MailSessions;

/** One connection to the mailbox, its INBOX open for reading and marking. Used by one thread, but for {@link ImapSockets}. */
final class ImapConnection implements AutoCloseable {
    private static final String FETCH_SIZE = Integer.toString(128 * 1024);

    private final ImapSockets sockets;
    private final IMAPStore store;
    private final IMAPFolder inbox;
    private final boolean idle;
    private final Duration timeout;

    private ImapConnection(ImapSockets sockets, IMAPStore store, IMAPFolder inbox, boolean idle, Duration timeout) {
        this.sockets = sockets;
        this.store = store;
        this.inbox = inbox;
        this.idle = idle;
        this.timeout = timeout;
    }

    /**
     * @param timeout how long the server may take for a word of an answer
     * @throws MessagingException when it cannot be reached, refuses the login or does not answer in time
     */
    static ImapConnection open(Config.Imap server, ImapSockets sockets, Duration timeout) throws MessagingException {
        Properties properties = new Properties();
        properties.putAll(MailSessions.imap(server).getProperties());
        String millis = Long.toString(timeout.toMillis());
        properties.put("mail.imap.timeout", millis);
        properties.put("mail.imap.connectiontimeout", millis);
        properties.put("mail.imap.fetchsize", FETCH_SIZE);
        sockets.into(properties);
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore("imap");
        try {
            store.connect(server.host(), server.port(), server.user(), server.password());
            // Asked before the folder takes the connection: the store would open another one.
            boolean idle = store.hasCapability("IDLE");
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            return new ImapConnection(sockets, store, inbox, idle, timeout);
        } catch (MessagingException | RuntimeException e) {
            sockets.abort();
            close(store);
            throw e;
        }
    }

    /** All that is unread, oldest first; nothing of them is fetched yet. */
    Message[] unread() throws MessagingException {
        Message[] unread = inbox.search(new AndTerm(
                new FlagTerm(new Flags(Flags.Flag.SEEN), false), new FlagTerm(new Flags(Flags.Flag.DELETED), false)));
        Arrays.sort(unread, Comparator.comparingInt(Message::getMessageNumber));
        return unread;
    }

    /** Fetches sizes and UIDs of some mails at once. */
    void describe(Message[] mails) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        inbox.fetch(mails, profile);
    }

    long uid(Message mail) throws MessagingException {
        return inbox.getUID(mail);
    }

    /** Changes when the server numbers its mails anew (RFC 3501, 2.3.1.1). */
    long validity() throws MessagingException {
        return inbox.getUIDValidity();
    }

    /** The first bytes of a mail, without marking it. */
    byte[] beginning(Message mail, int most) throws MessagingException {
        IMAPMessage message = (IMAPMessage) mail;
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new MessagingException("a mail could not be fetched: " + e.getMessage(), e);
        }
    }

    void mark(Message mail, Flags flags) throws MessagingException {
        inbox.setFlags(new Message[] {mail}, flags, true);
    }

    boolean isOpen() {
        return inbox.isOpen();
    }

    /** How many mails there are; asks the server. */
    int count() throws MessagingException {
        return inbox.getMessageCount();
    }

    /** Whether the server tells by itself when a mail arrives (RFC 2177). */
    boolean canIdle() {
        return idle;
    }

    /** Returns when a mail arrives or the time is over; a server that says nothing after that is a failure. */
    void idle(Duration most) throws MessagingException {
        inbox.doCommand(protocol -> {
            new Idling(protocol, sockets, timeout).until(most);
            return null;
        });
    }

    @Override
    public void close() {
        if (!inbox.isOpen()) sockets.abort();
        close(store);
        sockets.abort();
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // It is being thrown away; the server being gone already is no news.
        }
    }
}
