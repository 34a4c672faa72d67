package org.postbag.posts.summary.llm;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.summary.Budget;
import org.postbag.posts.summary.Draft;
import org.postbag.posts.summary.ExtractiveSummarizer;
import org.postbag.posts.summary.Summaries;

/** A summarizer, its stub endpoint, its database and its clock. */
final class LlmScene implements AutoCloseable {
    static final List<Budget> BUDGETS = List.of(new Budget(90, 0, 2), new Budget(240, 0, 5));
    static final String TEXT = "深圳地铁十六号线20日正式通车，全长二十九公里，设二十四座车站。沿线居民李女士说，从坪山到龙岗的时间缩短了一半。"
            + "据介绍，新线采用全自动运行系统，最高时速八十公里，票价不变。市交通局预计，每天约有30万人次乘坐这条线路，明年还将开工两条新线。";
    static final Draft DRAFT = new Draft("zh-Hans", "深圳地铁十六号线通车", TEXT);
    static final String BRIEF = "深圳地铁16号线20日通车，全长29公里，设24座车站，票价不变。";
    static final String FULL = "深圳地铁十六号线20日正式通车，全长29公里，设24座车站。新线采用全自动运行系统，最高时速80公里。居民李女士说，从坪山到龙岗的时间缩短了一半。";
    static final LlmLimits LIMITS = new LlmLimits(
            3,
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            6_000,
            2_000,
            64_000,
            3,
            Duration.ofMinutes(5));
    static final long PLENTY = 1_000_000;

    final StubEndpoint stub = new StubEndpoint();
    final HandClock clock = new HandClock();
    final Database db;
    final LlmLedger ledger;
    final List<String> log = new CopyOnWriteArrayList<>();
    LlmSummarizer summarizer;

    LlmScene(Database db) {
        this(db, LIMITS, PLENTY);
    }

    LlmScene(Database db, LlmLimits limits, long dailyTokens) {
        this.db = db;
        PostStore.migrate(db);
        ledger = new LlmLedger(db);
        summarizer = summarizer(limits, dailyTokens);
        stub.always(StubEndpoint.summaries(BRIEF, FULL));
    }

    /** Another one on the same database and endpoint, as after a restart or in a second process. */
    LlmSummarizer summarizer(LlmLimits limits, long dailyTokens) {
        return new LlmSummarizer(
                stub.endpoint(dailyTokens),
                new ExtractiveSummarizer(),
                new LlmLedger(db),
                clock,
                log::add,
                limits,
                clock);
    }

    static LlmLimits impatient() {
        return new LlmLimits(
                1,
                Duration.ofSeconds(60),
                Duration.ofMillis(400),
                Duration.ofSeconds(10),
                6_000,
                2_000,
                64_000,
                3,
                Duration.ofMinutes(5));
    }

    Summaries summarize() {
        return summarizer.summarize(DRAFT, BUDGETS);
    }

    /** A text of its own. */
    Summaries summarize(int number) {
        return summarizer.summarize(new Draft("zh-Hans", DRAFT.title(), TEXT + "第" + number + "次列车。"), BUDGETS);
    }

    static Summaries extractive() {
        return new ExtractiveSummarizer().summarize(DRAFT, BUDGETS);
    }

    @Override
    public void close() {
        summarizer.close();
        stub.close();
        db.close();
    }
}
