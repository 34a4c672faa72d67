package org.postbag.bot.telegram.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManyThreadsTest {
    @ParameterizedTest
    @CsvSource({"200,500,8", "1000,2200,32"})
    @Timeout(60)
    @DisplayName("a strict server refuses no message of threads that all send as fast as they may")
    void strictServer(int perSecond, int messages, int count) throws Exception {
        StrictWindow server = new StrictWindow(perSecond);
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try (RateGate gate = new RateGate(perSecond)) {
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < count; i++)
                senders.add(threads.submit(() -> {
                    for (int chat = next.getAndIncrement(); chat < messages; chat = next.getAndIncrement()) {
                        Permit permit = gate.enter("" + chat, Urgency.BROADCAST);
                        server.takes();
                        permit.answered();
                    }
                }));
            for (Future<?> sender : senders) sender.get();
        } finally {
            threads.shutdown();
        }
        assertThat(next.get()).isGreaterThanOrEqualTo(messages);
        assertThat(server.refused()).isZero();
    }
}
