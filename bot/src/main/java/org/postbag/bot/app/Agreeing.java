package org.postbag.bot.app;

import java.time.Clock;
import org.postbag.bot.command.Confirmations;
import org.postbag.bot.command.LinkConfirmation;
import org.postbag.bot.command.LinkMails;
import org.postbag.bot.email.ConfirmationMails;
import org.postbag.bot.email.LinkQuestions;
import org.postbag.bot.store.LinkRequests;
import org.postbag.posts.store.Database;

/** What the owner of an inbox is asked by mail before it gets anything: to subscribe, or to be linked to a chat. */
final class Agreeing {
    final Confirmations confirmations;
    final LinkRequests requests;
    final LinkMails questions;
    final LinkConfirmation linking;

    Agreeing(Application app, Database db, Clock clock) {
        confirmations =
                new ConfirmationMails(app.mail, app.mailWriter, app.emailRenderer, app.says, app.mailLog, clock);
        requests = new LinkRequests(db);
        questions = new LinkQuestions(app.mail, app.mailWriter, app.emailRenderer, app.says);
        linking = new LinkConfirmation(requests, app.subscriptions(), clock);
    }
}
