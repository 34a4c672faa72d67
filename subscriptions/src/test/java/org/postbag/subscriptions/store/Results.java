package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Result.Done;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Result.Reason;
import org.postbag.subscriptions.Result.Refused;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/** What tests ask of a result. */
final class Results {

    private Results() {}

    static void assertDone(Result result, Kind kind, Status status) {
        assertThat(result).isInstanceOf(Done.class);
        Done done = (Done) result;
        assertThat(done.kind()).isEqualTo(kind);
        assertThat(done.after().status()).isEqualTo(status);
    }

    static void assertRefused(Result result, Reason reason) {
        assertThat(result).isEqualTo(new Refused(reason));
        assertThat(result.subscription()).isEmpty();
    }

    static Subscription after(Result result) {
        return result.subscription().orElseThrow();
    }
}
