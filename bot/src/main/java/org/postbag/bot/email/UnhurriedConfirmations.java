package org.postbag.bot.email;

import java.util.concurrent.Executor;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Confirmations;
import org.postbag.subscriptions.Subscription;

/** Asks by and by, so that how long a page takes does not tell whether its visitor was mailed anything. */
public final class UnhurriedConfirmations implements Confirmations {
    private final Confirmations asking;
    private final Executor background;

    public UnhurriedConfirmations(Confirmations asking, Executor background) {
        this.asking = asking;
        this.background = background;
    }

    @Override
    public Answer ask(Subscription pending) {
        background.execute(() -> asking.ask(pending));
        return new Answer.Silence();
    }
}
