package org.postbag.bot.email.inbox;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.postbag.bot.config.Config;
import org.postbag.bot.email.inbox.Handled.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off what is unread, oldest first, and marks each mail as read when it was dealt with, so that a crash loses none;
 * that none is answered twice is {@link AnswerDispatch}'s doing. A mail that cannot be dealt with is also flagged, for the
 * operator to look at. Used by one thread; {@link InboxWatch} says when.
 */
public final class InboxReader {
    private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);
    private static final int PAGE = 100;
    private static final int LARGEST = 25 << 20;
    private static final int FETCHED = 1 << 20;
    private static final int MOST_FAILURES = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Config.Imap server;
    private final MailParser parser;
    private final MailConversation conversation;
    private final Predicate<MimeMessage> reports;
    private final Postponed postponed;
    private boolean told;

    /** @param reports deals with bounces and complaints; false for a mail that is neither */
    public InboxReader(
            Config.Imap server,
            MailParser parser,
            MailConversation conversation,
            Predicate<MimeMessage> reports,
            Clock clock) {
        this.server = server;
        this.parser = parser;
        this.conversation = conversation;
        this.reports = reports;
        this.postponed = new Postponed(clock);
    }

    /** One pass over the mailbox on a connection of its own; how many mails were dealt with. */
    public int readNew() throws MessagingException {
        try (ImapConnection connection = ImapConnection.open(server, new ImapSockets(), TIMEOUT)) {
            return read(connection, () -> false);
        }
    }

    /** @param stopping asked before each mail */
    int read(ImapConnection connection, BooleanSupplier stopping) throws MessagingException {
        Message[] unread = connection.unread();
        if (unread.length > PAGE)
            LOG.info("{} unread mails are waiting; they are worked off, oldest first", unread.length);
        int dealtWith = 0;
        int failures = 0;
        for (int from = 0; from < unread.length; from += PAGE) {
            Message[] page = Arrays.copyOfRange(unread, from, Math.min(unread.length, from + PAGE));
            connection.describe(page);
            for (Message mail : page) {
                // What fails mail after mail is not the mails' fault; the rest waits for the next pass.
                if (stopping.getAsBoolean() || failures == MOST_FAILURES) return dealtWith;
                Postponed.Mail id = new Postponed.Mail(connection.validity(), connection.uid(mail));
                if (mail.isExpunged() || postponed.isWaiting(id)) continue;
                boolean done = handle(connection, mail, id);
                if (done) dealtWith++;
                failures = done ? 0 : failures + 1;
            }
            // What the library keeps of a mail is let go with its page.
            Arrays.fill(unread, from, Math.min(unread.length, from + PAGE), null);
        }
        return dealtWith;
    }

    /** Whether the mail is dealt with, well or not. */
    private boolean handle(ImapConnection connection, Message mail, Postponed.Mail id) throws MessagingException {
        if (postponed.isGivenUp(id)) {
            LOG.warn("a mail that cannot be fetched was set aside, flagged in the mailbox");
            return setAside(connection, mail, id);
        }
        Reply ready = postponed.reply(id).orElse(null);
        if (ready == null && mail.getSize() > LARGEST) {
            LOG.warn("a mail of {} MB was set aside unread, flagged in the mailbox", mail.getSize() >> 20);
            return setAside(connection, mail, id);
        }
        byte[] bytes = new byte[0];
        try {
            if (ready == null) bytes = connection.beginning(mail, FETCHED);
        } catch (MessagingException e) {
            // One whose fetching breaks the connection each time must not keep the others waiting for ever.
            boolean last = !postponed.again(id, null);
            if (!connection.isOpen()) throw e;
            return last && brokenMail(connection, mail, id, e);
        }
        try {
            Handled handled = ready == null ? read(bytes) : conversation.again(ready);
            if (handled instanceof Handled.Later later) return later(connection, mail, id, later);
        } catch (MessagingException | StackOverflowError e) {
            return brokenMail(connection, mail, id, e);
        } catch (RuntimeException e) {
            if (!postponed.again(id, null)) return brokenMail(connection, mail, id, e);
            LOG.warn("a mail could not be dealt with and will be tried again: {}", kind(e));
            return false;
        }
        told = false;
        postponed.done(id);
        connection.mark(mail, new Flags(Flags.Flag.SEEN));
        return true;
    }

    private Handled read(byte[] bytes) throws MessagingException {
        MimeMessage mail = parser.message(bytes);
        if (reports.test(mail)) return new Handled.Done();
        return conversation.receive(parser.parse(mail, bytes));
    }

    private boolean later(ImapConnection connection, Message mail, Postponed.Mail id, Handled.Later later)
            throws MessagingException {
        if (!postponed.again(id, later.reply())) {
            LOG.warn("an answer could not be mailed and was given up; the mail is flagged: {}", later.problem());
            return setAside(connection, mail, id);
        }
        if (!told) LOG.warn("an answer cannot be mailed for now and will be tried again: {}", later.problem());
        told = true;
        return false;
    }

    private boolean brokenMail(ImapConnection connection, Message mail, Postponed.Mail id, Throwable why)
            throws MessagingException {
        LOG.warn("a mail could not be read and was set aside, flagged in the mailbox: {}", kind(why));
        return setAside(connection, mail, id);
    }

    /** The kind of fault and where it was only: what it says may hold the mail's words or somebody's address. */
    private static String kind(Throwable why) {
        StackTraceElement[] trace = why.getStackTrace();
        return why.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private boolean setAside(ImapConnection connection, Message mail, Postponed.Mail id) throws MessagingException {
        Flags flags = new Flags(Flags.Flag.SEEN);
        flags.add(Flags.Flag.FLAGGED);
        connection.mark(mail, flags);
        postponed.done(id);
        return true;
    }
}
