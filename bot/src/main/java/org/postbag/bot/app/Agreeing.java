package org.postbag.bot.app;

import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.postbag.bot.command.Confirmations;
import org.postbag.bot.command.LinkConfirmation;
import org.postbag.bot.command.LinkMails;
import org.postbag.bot.email.ConfirmationMails;
import org.postbag.bot.email.LinkQuestions;
import org.postbag.bot.email.PatientMails;
import org.postbag.bot.store.LinkRequests;
import org.postbag.posts.store.Database;

/** What the owner of an inbox is asked by mail before it gets anything: to subscribe, or to be linked to a chat. */
final class Agreeing implements AutoCloseable {
    private static final int MOST_WAITING = 1000;

    final PatientMails mails;
    /** Has room for so many, and lets go of more: they can ask again. */
    final ThreadPoolExecutor background;

    final Confirmations confirmations;
    final LinkRequests requests;
    final LinkMails questions;
    final LinkConfirmation linking;

    Agreeing(Application app, Database db, Clock clock) {
        mails = new PatientMails(app.mail, clock);
        background = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                work -> {
                    Thread thread = new Thread(work, "questions");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        confirmations = new ConfirmationMails(
                mails,
                app.subscriptions(),
                app.mailWriter,
                app.emailRenderer,
                app.says,
                app.config().name(),
                app.mailLog,
                clock);
        requests = new LinkRequests(db);
        questions = new LinkQuestions(
                mails, app.mailWriter, app.emailRenderer, app.says, app.config().name());
        linking = new LinkConfirmation(requests, app.subscriptions(), clock);
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
