package org.postbag.subscriptions.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does in one transaction what several threads ask for at the same time, for a commit costs more than what it commits.
 * Nobody waits for company: whoever finds nobody at work begins at once, and what is asked for meanwhile is done together
 * afterwards. A caller returns when its own part is committed.
 *
 * <p>When a transaction of several fails, each caller tries its own part alone, so that a fault stays with whoever
 * brought it. What is asked for and what comes of it is {@link Marks}'.
 *
 * <p>Not to be used inside a transaction of the calling thread: other threads' parts would be in it too.
 */
final class GroupCommit<A, R> {

    /** Bounds how long one transaction keeps other writers waiting. */
    private static final int MOST = 256;

    private final Function<List<A>, List<R>> transaction;
    private final Deque<Part<A, R>> waiting = new ArrayDeque<>();
    private boolean atWork = false;

    /** @param transaction does all that is asked for or nothing of it, and answers in the same order */
    GroupCommit(Function<List<A>, List<R>> transaction) {
        this.transaction = transaction;
    }

    private enum Turn {
        /** Nobody is at work: do what waits, your own part included. */
        LEAD,
        DONE,
        /** The transaction of several failed. */
        ALONE
    }

    private static final class Part<A, R> {
        final A asked;
        final CompletableFuture<Turn> turn = new CompletableFuture<>();
        /** Written before the turn is told. */
        @Nullable
        R answer;

        Part(A asked) {
            this.asked = asked;
        }
    }

    R commit(A asked) {
        Part<A, R> part = new Part<>(asked);
        if (enqueue(part) || part.turn.join() == Turn.LEAD) lead();
        R answer = part.answer;
        return answer != null ? answer : transaction.apply(List.of(asked)).get(0);
    }

    /** Whether nobody is at work. */
    private synchronized boolean enqueue(Part<A, R> part) {
        waiting.add(part);
        boolean lead = !atWork;
        atWork = true;
        return lead;
    }

    /** The calling thread's part is the first that waits. */
    private void lead() {
        List<Part<A, R>> group = take();
        Turn end = Turn.ALONE;
        try {
            List<R> answers =
                    transaction.apply(group.stream().map(part -> part.asked).toList());
            for (int i = 0; i < group.size(); i++) group.get(i).answer = answers.get(i);
            end = Turn.DONE;
        } catch (RuntimeException e) {
            // Of several, whoever is at fault meets it again alone.
            if (group.size() == 1) throw e;
        } finally {
            passOn();
            for (Part<A, R> part : group) part.turn.complete(end);
        }
    }

    private synchronized List<Part<A, R>> take() {
        List<Part<A, R>> group = new ArrayList<>();
        while (!waiting.isEmpty() && group.size() < MOST) group.add(waiting.remove());
        return group;
    }

    /** The next transaction begins before those of this one go on. */
    private synchronized void passOn() {
        Part<A, R> next = waiting.peek();
        atWork = next != null;
        if (next != null) next.turn.complete(Turn.LEAD);
    }
}
