package org.postbag.bot.telegram.update;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How much one chat may ask: a flood is told once a minute that it is one, and otherwise left unanswered. */
final class AnswerBudget {
    private static final int AT_ONCE = 60;
    private static final int A_MINUTE = 60;

    private final LoadingCache<String, Purse> purses = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(chat -> new Purse());

    /** What to do about one more question. */
    enum Verdict {
        ANSWER,
        WARN,
        IGNORE
    }

    Verdict ask(String chat) {
        Purse purse = purses.get(chat);
        if (purse.questions.tryConsume(1)) return Verdict.ANSWER;
        return purse.warnings.tryConsume(1) ? Verdict.WARN : Verdict.IGNORE;
    }

    private static final class Purse {
        private final Bucket questions = Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                .build();
        private final Bucket warnings = Bucket.builder()
                .addLimit(limit -> limit.capacity(1).refillIntervally(1, Duration.ofMinutes(1)))
                .build();
    }
}
