package org.postbag.posts.summary.llm;

import java.time.Duration;

/** Lets time pass before a request is tried again. */
@FunctionalInterface
interface Pause {
    void await(Duration length) throws InterruptedException;

    /** Sleeps. */
    static Pause real() {
        return length -> Thread.sleep(length.toMillis());
    }
}
