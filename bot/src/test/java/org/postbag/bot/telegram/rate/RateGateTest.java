package org.postbag.bot.telegram.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RateGateTest {
    /** Gives one permit each time the test says so. */
    private static final class OnCommand implements Pace {
        final Semaphore commands = new Semaphore(0);

        @Override
        public int batch() {
            return 1;
        }

        @Override
        public long interval() {
            return 1;
        }

        @Override
        public long take(long now) {
            commands.acquireUninterruptibly();
            return 0;
        }
    }

    private final BlockingQueue<String> left = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<RateGate> gates = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        gates.forEach(RateGate::close);
        for (Thread thread : threads) thread.join();
    }

    private RateGate gate(Limits limits, Pace pace) {
        RateGate gate = new RateGate(limits, pace);
        gates.add(gate);
        return gate;
    }

    private RateGate gate(Limits limits) {
        return gate(limits, new LocalPace(limits.perSecond()));
    }

    /** Returns when the thread waits. */
    private Thread send(RateGate gate, String name, String chat, Urgency urgency) {
        Thread thread = new Thread(() -> {
            Permit permit = gate.enter(chat, urgency);
            left.add(permit.granted() ? name : "not " + name);
            permit.answered();
        });
        threads.add(thread);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING)
            Thread.onSpinWait();
        return thread;
    }

    @Test
    @DisplayName("answers go ahead of broadcasts that came before them, and among equals the oldest goes first")
    void order() throws InterruptedException {
        OnCommand pace = new OnCommand();
        RateGate gate = gate(Limits.telegram(1000), pace);
        send(gate, "digest 1", "1", Urgency.BROADCAST);
        send(gate, "digest 2", "2", Urgency.BROADCAST);
        send(gate, "answer 1", "3", Urgency.ANSWER);
        send(gate, "digest 3", "4", Urgency.BROADCAST);
        send(gate, "answer 2", "5", Urgency.ANSWER);
        for (String next : List.of("answer 1", "answer 2", "digest 1", "digest 2", "digest 3")) {
            pace.commands.release();
            assertThat(left.take()).isEqualTo(next);
        }
    }

    @Test
    @DisplayName("a chat that has to wait holds up no other chat")
    void chatsApart() throws InterruptedException {
        RateGate gate = gate(Limits.telegram(1000));
        gate.tooMany("1", 3600);
        send(gate, "held", "1", Urgency.ANSWER);
        for (int i = 2; i < 10; i++) {
            Permit permit = gate.enter("" + i, Urgency.BROADCAST);
            assertThat(permit.granted()).isTrue();
            permit.answered();
        }
        assertThat(left).isEmpty();
        assertThat(gate.heldFor("1")).isBetween(Duration.ofSeconds(3500), Duration.ofSeconds(3600));
        assertThat(gate.heldFor("2")).isZero();
        assertThat(gate.retryAfters()).isEqualTo(1);
        assertThat(gate.pauses()).isZero();
    }

    @Test
    @DisplayName("a 429 also holds a message to that chat that already waits for the global budget")
    void heldInLine() throws InterruptedException {
        OnCommand pace = new OnCommand();
        RateGate gate = gate(Limits.telegram(1000), pace);
        send(gate, "held", "1", Urgency.ANSWER);
        send(gate, "other", "2", Urgency.BROADCAST);
        gate.tooMany("1", 3600);
        pace.commands.release();
        assertThat(left.take()).isEqualTo("other");
        assertThat(left).isEmpty();
    }

    @Test
    @DisplayName("429s to three chats at once hold everything, for the shortest time asked for")
    void globalPause() throws InterruptedException {
        RateGate gate = gate(Limits.telegram(1000));
        long began = System.nanoTime();
        gate.tooMany("1", 3600);
        gate.tooMany("2", 1);
        gate.tooMany("3", 300);
        send(gate, "fourth", "4", Urgency.ANSWER);
        assertThat(left.take()).isEqualTo("fourth");
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(gate.pauses()).isEqualTo(1);
        assertThat(gate.retryAfters()).isEqualTo(3);
    }

    @Test
    @DisplayName("closing refuses those who wait, for a chat or for all, and those who come")
    void closed() throws InterruptedException {
        RateGate gate = gate(new Limits(1, 1, 20));
        Permit first = gate.enter("1", Urgency.BROADCAST);
        send(gate, "for its chat", "1", Urgency.BROADCAST);
        send(gate, "for all", "2", Urgency.BROADCAST);
        send(gate, "second for all", null, Urgency.ANSWER);
        gate.close();
        assertThat(List.of(left.take(), left.take(), left.take()))
                .containsExactlyInAnyOrder("not for its chat", "not for all", "not second for all");
        first.answered();
        assertThat(gate.enter("3", Urgency.ANSWER).granted()).isFalse();
        assertThat(gate.enter(null, Urgency.ANSWER).granted()).isFalse();
    }

    @Test
    @DisplayName("an interrupted thread sends nothing, stays interrupted, and leaves its place to the next")
    void interrupted() throws InterruptedException {
        RateGate gate = gate(Limits.telegram(1000));
        gate.tooMany("1", 3600);
        Thread waiting = send(gate, "interrupted", "1", Urgency.BROADCAST);
        waiting.interrupt();
        assertThat(left.take()).isEqualTo("not interrupted");
        assertThat(gate.enter("2", Urgency.BROADCAST).granted()).isTrue();
    }

    @Test
    @DisplayName("a pace that fails fails the message, and the next one asks again")
    void failingPace() {
        int[] takes = {0};
        Pace pace = new Pace() {
            @Override
            public int batch() {
                return 1;
            }

            @Override
            public long interval() {
                return 1;
            }

            @Override
            public long take(long now) {
                if (takes[0]++ == 0) throw new IllegalStateException("the database is away");
                return 0;
            }
        };
        RateGate gate = gate(new Limits(1000, 1, 20), pace);
        assertThatThrownBy(() -> gate.enter("1", Urgency.ANSWER)).hasMessage("the database is away");
        assertThat(gate.enter(null, Urgency.ANSWER).granted()).isTrue();
    }

    @Test
    @DisplayName("no message goes without a permit, not even when permits come too late")
    void latePermits() {
        int[] takes = {0};
        Pace pace = new Pace() {
            @Override
            public int batch() {
                return 2;
            }

            @Override
            public long interval() {
                return 1;
            }

            @Override
            public long take(long now) {
                takes[0]++;
                return -TimeUnit.HOURS.toNanos(1);
            }
        };
        RateGate gate = gate(Limits.telegram(1000), pace);
        for (int i = 0; i < 100; i++) gate.enter("" + i, Urgency.BROADCAST).answered();
        assertThat(takes[0]).isGreaterThanOrEqualTo(50);
    }

    @Test
    @DisplayName("without a limit nothing waits")
    void unlimited() {
        RateGate gate = new RateGate(0);
        gates.add(gate);
        gate.tooMany("1", 3600);
        for (int i = 0; i < 1000; i++)
            assertThat(gate.enter("1", Urgency.BROADCAST).granted()).isTrue();
        assertThat(gate.retryAfters()).isEqualTo(1);
    }
}
