package org.postbag.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExaminationTest {
    private static Check check(String name, Duration limit, Consumer<Notes> work) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration limit() {
                return limit;
            }

            @Override
            public void run(Notes notes) {
                work.accept(notes);
            }
        };
    }

    private static void hang(CountDownLatch for_) {
        while (true) {
            try {
                for_.await();
                return;
            } catch (InterruptedException e) {
                // as code does that waits on a socket
            }
        }
    }

    @Test
    @DisplayName("one that hangs says how far it came, one that throws is told, and the others are not held up")
    void hangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<String> ended = new CopyOnWriteArrayList<>();
        Duration longer = Duration.ofSeconds(30);
        try (Examination examination = new Examination(text -> text.replace("pw", "**"), ended::add)) {
            List<Future<Examined>> results = examination.begin(
                    List.of(
                            check("hanging", Duration.ofMillis(300), notes -> {
                                notes.ok("connected with pw");
                                notes.trying("logging in");
                                hang(never);
                            }),
                            check("throwing", longer, notes -> {
                                throw new IllegalStateException("oh pw");
                            }),
                            check("fine", longer, notes -> notes.ok("well"))),
                    2);
            List<Examined> examined = new ArrayList<>();
            for (Future<Examined> result : results) examined.add(result.get());
            assertThat(examined).extracting(Examined::name).containsExactly("hanging", "throwing", "fine");
            Finding hanging = examined.get(0).finding();
            assertThat(hanging.status()).isEqualTo(Status.FAILED);
            assertThat(hanging.found()).isEqualTo("connected with **; no end within 0 s while logging in");
            assertThat(examined.get(1).finding().found())
                    .contains("fault in Postbag itself")
                    .endsWith("oh **");
            assertThat(examined.get(2).finding()).isEqualTo(new Finding(Status.OK, "well", ""));
            assertThat(ended).containsExactlyInAnyOrder("hanging", "throwing", "fine");
        } finally {
            never.countDown();
        }
    }

    @Test
    @DisplayName("no more run at once than are let")
    void width() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < 20; i++)
            checks.add(check("c" + i, Duration.ofSeconds(30), notes -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                four.countDown();
                hang(four); // the first four wait for each other
                running.decrementAndGet();
            }));
        try (Examination examination = new Examination(text -> text, name -> {})) {
            for (Future<Examined> result : examination.begin(checks, 4)) result.get();
        }
        assertThat(most.get()).isEqualTo(4);
    }

    @Test
    @DisplayName("what servers say is one line of bounded length, without what moves a terminal's cursor")
    void hostileWords() {
        Notes notes = new Notes();
        notes.fail("bad\r\n\u001b[2J\u202e" + "x".repeat(5000), "do\nsomething");
        Finding finding = notes.finding();
        assertThat(finding.found())
                .hasSizeLessThanOrEqualTo(400)
                .startsWith("bad [2J xxx")
                .endsWith("…");
        assertThat(finding.advice()).isEqualTo("do something");
    }
}
