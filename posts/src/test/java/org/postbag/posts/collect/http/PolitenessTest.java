package org.postbag.posts.collect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many requests at once, and requests that are broken off. */
@Timeout(60)
class PolitenessTest extends WebTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aHostIsAskedTwoThingsAtOnceAndNoMore() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier two = new CyclicBarrier(2);
        web.on("/", (request, out) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                two.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IOException(e);
            }
            now.decrementAndGet();
            WebStub.page("x").answer(request, out);
        });
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) answers.add(threads.submit(() -> get("/")));
        for (Future<Answer> answer : answers) found(answer.get());
        assertThat(most).hasValue(2);
    }

    @Test
    void waitingForAPlaceCostsNoneOfTheTimeAllowed() throws Exception {
        client.close();
        client = client(Duration.ofMillis(1500));
        web.on("/", (request, out) -> {
            web.runsAfter(300);
            WebStub.page("x").answer(request, out);
        });
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) answers.add(threads.submit(() -> get("/")));
        for (Future<Answer> answer : answers) found(answer.get());
    }

    @Test
    void aSlowHostDoesNotHoldUpAnother() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        web.on("/", (request, out) -> {
            try {
                free.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            WebStub.page("slow").answer(request, out);
        });
        List<Future<Answer>> slow = new ArrayList<>();
        for (int i = 0; i < 5; i++) slow.add(threads.submit(() -> get("/")));
        try (WebStub other = new WebStub()) {
            other.on("/", WebStub.page("quick"));
            found(client.get(other.at("/"), Validators.none(), "*/*"));
        }
        free.countDown();
        for (Future<Answer> answer : slow) found(answer.get());
    }

    @Test
    void aGapIsKeptBetweenRequestsToAHost() {
        web.on("/", WebStub.page("x"));
        long start = System.nanoTime();
        for (int i = 0; i < 3; i++) found(client.get(web.at("/"), Validators.none(), "*/*", Duration.ofMillis(100)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aLongGapCanBeBrokenOff() throws Exception {
        web.on("/", WebStub.page("x"));
        found("/");
        AtomicBoolean stillSet = new AtomicBoolean();
        Future<Answer> waiting = threads.submit(() -> {
            Thread.currentThread().interrupt();
            Answer answer = client.get(web.at("/"), Validators.none(), "*/*", Duration.ofHours(1));
            stillSet.set(Thread.currentThread().isInterrupted());
            return answer;
        });
        assertThat(failed(waiting.get()).reason()).contains("interrupted");
        assertThat(stillSet).isTrue();
        assertThat(found("/").body()).hasSize(1);
    }

    @Test
    void anInterruptEndsWhatIsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        web.on("/", (request, out) -> {
            asked.countDown();
            web.runsAfter(60_000);
        });
        CountDownLatch done = new CountDownLatch(1);
        List<Answer> answers = new ArrayList<>();
        Future<?> task = threads.submit(() -> {
            answers.add(get("/"));
            done.countDown();
        });
        asked.await();
        task.cancel(true);
        done.await();
        assertThat(failed(answers.get(0)).temporary()).isTrue();
    }

    @Test
    void closingEndsWhatIsUnderWayAndWhatComesAfter() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        web.on("/", (request, out) -> {
            asked.countDown();
            web.runsAfter(60_000);
        });
        Future<Answer> answer = threads.submit(() -> get("/"));
        asked.await();
        client.close();
        assertThat(failed(answer.get()).temporary()).isTrue();
        assertThat(failed("/").reason()).contains("stopping");
    }
}
