package org.postbag.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How callers who come at the same time are served together. */
@Timeout(60)
class GroupCommitTest {

    private static final int FAULTY = -1;

    /** Each transaction is held up until it is let through, and refused when it holds a faulty part. */
    private static final class Database {
        final List<List<Integer>> committed = new ArrayList<>();
        final CountDownLatch first = new CountDownLatch(1);
        final Semaphore commits = new Semaphore(0);
        final GroupCommit<Integer, Integer> group = new GroupCommit<>(this::commit);

        private List<Integer> commit(List<Integer> asked) {
            first.countDown();
            commits.acquireUninterruptibly();
            if (asked.contains(FAULTY)) throw new IllegalArgumentException("refused: " + asked);
            synchronized (committed) {
                committed.add(asked);
            }
            return asked.stream().map(n -> n * 10).toList();
        }

        /** One caller whose transaction is under way, and some who came meanwhile. */
        List<FutureTask<Integer>> callers(int... asked) throws InterruptedException {
            List<FutureTask<Integer>> callers = new ArrayList<>();
            for (int n : asked) {
                FutureTask<Integer> call = new FutureTask<>(() -> group.commit(n));
                Thread caller = new Thread(call);
                caller.setDaemon(true);
                caller.start();
                callers.add(call);
                first.await();
                // It waits: the first for its transaction, every other one for its turn.
                while (caller.getState() != Thread.State.WAITING) Thread.onSpinWait();
            }
            return callers;
        }
    }

    @Test
    void whoeverComesWhileATransactionIsUnderWayIsInTheNextOneTogether() throws Exception {
        Database db = new Database();
        List<FutureTask<Integer>> callers = db.callers(1, 2, 3, 4);
        db.commits.release();
        assertThat(callers.get(0).get()).isEqualTo(10);
        assertThat(callers.get(1).isDone())
                .as("not told before it is committed")
                .isFalse();
        db.commits.release();
        assertThat(callers.get(1).get()).isEqualTo(20);
        assertThat(callers.get(2).get()).isEqualTo(30);
        assertThat(callers.get(3).get()).isEqualTo(40);
        assertThat(db.committed).containsExactly(List.of(1), List.of(2, 3, 4));
    }

    @Test
    void oneTransactionHoldsABoundedNumber() throws Exception {
        Database db = new Database();
        List<FutureTask<Integer>> callers = db.callers(IntStream.range(0, 300).toArray());
        db.commits.release(3);
        for (FutureTask<Integer> caller : callers) caller.get();
        assertThat(db.committed).extracting(List::size).containsExactly(1, 256, 43);
    }

    @Test
    void aFaultIsToldToWhoeverBroughtItAndTheOthersAreServed() throws Exception {
        Database db = new Database();
        List<FutureTask<Integer>> callers = db.callers(1, 2, FAULTY, 4);
        db.commits.release(10);
        assertThat(callers.get(1).get()).isEqualTo(20);
        assertThat(callers.get(3).get()).isEqualTo(40);
        assertThatThrownBy(callers.get(2)::get)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("refused: [-1]");
        assertThat(db.committed).containsExactlyInAnyOrder(List.of(1), List.of(2), List.of(4));
    }

    @Test
    void aFaultOfOneAloneIsNotTriedTwiceAndLeavesNobodyWaiting() throws Exception {
        Database db = new Database();
        List<FutureTask<Integer>> callers = db.callers(FAULTY, 2);
        db.commits.release(2);
        assertThatThrownBy(callers.get(0)::get).hasRootCauseMessage("refused: [-1]");
        assertThat(callers.get(1).get()).isEqualTo(20);
        assertThat(db.commits.availablePermits()).isZero();
    }

    @Test
    void whoeverComesLaterBeginsAtOnce() {
        Database db = new Database();
        db.commits.release(3);
        assertThat(db.group.commit(1)).isEqualTo(10);
        assertThatThrownBy(() -> db.group.commit(FAULTY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(db.group.commit(2)).isEqualTo(20);
    }
}
