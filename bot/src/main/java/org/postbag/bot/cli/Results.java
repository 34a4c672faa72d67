package org.postbag.bot.cli;

import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Result;

/** Says why a change to a subscription was refused, and what could be done. */
final class Results {
    private Results() {}

    static int tell(Session session, Address address, Result result) {
        if (!(result instanceof Result.Refused refused)) return 0;
        session.err()
                .println(
                        switch (refused.reason()) {
                            case UNKNOWN ->
                                "Nobody subscribes as " + address + "; 'postbag subscriber list' shows who does.";
                            case SUPPRESSED ->
                                address
                                        + " bounced or complained and is not written to; 'subscriber show' says why, 'subscriber resume' tries again.";
                            case BLOCKED ->
                                address + " is blocked; 'postbag subscriber approve " + address + "' lets it in again.";
                            case CLOSED -> "Only the operator adds readers here (access: closed).";
                            case NOT_ACTIVE -> address + " is not active, so there is nothing to pause.";
                            case NOT_PAUSED -> address + " is not paused.";
                            case NOT_PENDING -> address + " is not waiting for anything.";
                            case PAST -> "The end of the pause has passed already; give one in the future.";
                            case NOT_MOVABLE -> address + " cannot be moved there.";
                        });
        return Faults.FAILED;
    }
}
