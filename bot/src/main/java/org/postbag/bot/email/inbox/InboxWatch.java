package org.postbag.bot.email.inbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for mails on a thread of its own and has {@link InboxReader} work them off: the server wakes it where it can
 * (IDLE), otherwise it looks after each {@code email.imap.poll}. A connection that fails is made anew with growing
 * pauses, which is told once, and once when it is back.
 */
public final class InboxWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

    /** A server may end an IDLE, or a connection without a word, after half an hour (RFC 2177, RFC 9051 5.4). */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(25);

    private static final Duration KEPT_OPEN = Duration.ofMinutes(5);
    private static final long STOP_MILLIS = 800;

    private final Config.Imap server;
    private final InboxReader reader;
    private final Patience patience;
    private final Thread thread = new Thread(this::watch, "inbox");
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable ImapSockets sockets;
    private boolean failing;

    public InboxWatch(Config.Imap server, InboxReader reader) {
        this(server, reader, new Patience(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(5)));
    }

    /**
     * How long to wait for what.
     *
     * @param answer of the server, for each piece of it
     * @param first pause before another connection; it doubles
     * @param longest pause
     */
    record Patience(Duration answer, Duration first, Duration longest) {}

    InboxWatch(Config.Imap server, InboxReader reader, Patience patience) {
        this.server = server;
        this.reader = reader;
        this.patience = patience;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void watch() {
        Duration pause = patience.first();
        while (!isStopping()) {
            ImapSockets opened = new ImapSockets();
            sockets = opened;
            if (isStopping()) return;
            try (ImapConnection connection = ImapConnection.open(server, opened, patience.answer())) {
                while (!isStopping()) {
                    int count = connection.count();
                    reader.read(connection, this::isStopping);
                    pause = patience.first();
                    back();
                    if (!isStopping() && !waited(connection, count)) break;
                }
                // Without IDLE and with long pauses, a connection of its own for each look.
                if (sleep(server.poll())) return;
            } catch (MessagingException | RuntimeException e) {
                if (isStopping()) return;
                failed(e);
                if (sleep(pause)) return;
                pause = pause.multipliedBy(2).compareTo(patience.longest()) < 0
                        ? pause.multipliedBy(2)
                        : patience.longest();
            }
        }
    }

    /** Until a mail arrives or it is time to look; false when the connection is not worth keeping so long. */
    private boolean waited(ImapConnection connection, int count) throws MessagingException {
        if (!connection.canIdle()) {
            if (server.poll().compareTo(KEPT_OPEN) > 0) return false;
            sleep(server.poll());
            return true;
        }
        // What arrived while mails were worked off is not told again.
        if (connection.count() > count) return true;
        connection.idle(server.poll().compareTo(LONGEST_IDLE) < 0 ? server.poll() : LONGEST_IDLE);
        return true;
    }

    private void failed(Exception e) {
        if (failing) return;
        failing = true;
        if (e instanceof AuthenticationFailedException)
            LOG.warn(
                    "the mailbox refused the login; check email.imap user and password. It is tried again until it works");
        else LOG.warn("the mailbox cannot be read and is tried again until it works: {}", problem(e));
    }

    private String problem(Exception e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String bounded = said.length() > 200 ? said.substring(0, 200) : said;
        return server.host() + ":" + server.port() + ": " + bounded.replaceAll("<?[^\\s<>@]+@[^\\s<>]+>?", "<…>");
    }

    private void back() {
        if (failing) LOG.info("the mailbox can be read again");
        failing = false;
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    /** True when it is time to stop. */
    private boolean sleep(Duration time) {
        try {
            return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns within a second, whatever the server does; a mail that is being answered is finished where it can be. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(STOP_MILLIS / 2);
            ImapSockets open = sockets;
            if (open != null) open.abort();
            thread.join(STOP_MILLIS / 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
