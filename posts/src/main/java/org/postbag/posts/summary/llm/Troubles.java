package org.postbag.posts.summary.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells the operator once what keeps summaries from being generated, and once that it is over. Thread safe. */
final class Troubles {
    private final LlmLedger ledger;
    private final Clock clock;
    private final Consumer<String> changes;
    /** What the database says, as far as this process knows; anything may stand there at first. */
    private String noted = "?";

    private String told = "";

    Troubles(LlmLedger ledger, Clock clock, Consumer<String> changes) {
        this.ledger = ledger;
        this.clock = clock;
        this.changes = changes;
    }

    /** @param closed whether the endpoint is left alone from now on */
    synchronized void failed(String problem, boolean closed, Duration rest) {
        note("summaries: " + problem);
        if (closed)
            changes.accept("summaries are extractive for " + rest.toMinutes() + " minutes at least: " + problem);
    }

    synchronized void exhausted(String problem) {
        note("summaries: " + problem);
        tell(problem);
    }

    /** The ledger itself fails, or Postbag does. */
    synchronized void broken(RuntimeException fault) {
        tell("a summary could not be generated (" + fault.getClass().getSimpleName()
                + "), an extractive one stands in; check the database");
    }

    /** @param opened whether the endpoint had been left alone */
    synchronized void over(boolean opened) {
        if (!noted.isEmpty()) ledger.solved();
        noted = "";
        told = "";
        if (opened) changes.accept("summaries are generated again");
    }

    private void note(String problem) {
        if (noted.equals(problem)) return;
        ledger.problem(problem, clock.instant());
        noted = problem;
    }

    private void tell(String problem) {
        if (told.equals(problem)) return;
        told = problem;
        changes.accept(problem);
    }
}
