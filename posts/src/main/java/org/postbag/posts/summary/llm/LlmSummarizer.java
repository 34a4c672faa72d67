package org.postbag.posts.summary.llm;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.postbag.posts.summary.Budget;
import org.postbag.posts.summary.Draft;
import org.postbag.posts.summary.Summaries;
import org.postbag.posts.summary.Summarizer;
import org.postbag.posts.text.ReadingLength;

/**
 * Has a language model word the short and the long summary of a draft: one call a text, whose checked answer, or
 * rejection, is kept for good. Whatever goes wrong, {@code fallback} summarises instead and nothing is thrown.
 *
 * <p>{@link PatientCall} does the asking, {@link AnswerReader} the reading, {@link Fitting} the cutting and
 * {@link Faithfulness} the checking. Thread safe; a call lasts a minute at most and blocks.
 */
public final class LlmSummarizer implements Summarizer, AutoCloseable {
    private final LlmEndpoint endpoint;
    private final Summarizer fallback;
    private final LlmLedger ledger;
    private final LlmLimits limits;
    private final Clock clock;
    private final Gate gate;
    private final LlmClient client;
    private final PatientCall call;
    private final Troubles troubles;
    private final AnswerReader reader = new AnswerReader();
    private final Fitting fitting = new Fitting();
    private final Faithfulness faithfulness = new Faithfulness();
    /** So that two threads with the same text ask once. */
    private final ConcurrentMap<String, CompletableFuture<List<String>>> underWay = new ConcurrentHashMap<>();

    /** @param changes told, in a line for the log, when generating stops or goes on; it comes from any thread */
    public LlmSummarizer(
            LlmEndpoint endpoint, Summarizer fallback, LlmLedger ledger, Clock clock, Consumer<String> changes) {
        this(endpoint, fallback, ledger, clock, changes, LlmLimits.standard(), Pause.real());
    }

    LlmSummarizer(
            LlmEndpoint endpoint,
            Summarizer fallback,
            LlmLedger ledger,
            Clock clock,
            Consumer<String> changes,
            LlmLimits limits,
            Pause pause) {
        this.endpoint = endpoint;
        this.fallback = fallback;
        this.ledger = ledger;
        this.limits = limits;
        this.clock = clock;
        this.gate = new Gate(limits.failures(), limits.rest(), limits.call());
        this.client = new LlmClient(endpoint, limits, clock);
        this.call = new PatientCall(client, ledger, limits, endpoint.dailyTokens(), gate, clock, pause);
        this.troubles = new Troubles(ledger, clock, changes);
    }

    /** Generated for two budgets, the short one first, where the text is longer than both; else extractive. */
    @Override
    public Summaries summarize(Draft draft, List<Budget> budgets) {
        if (endpoint.dailyTokens() == 0 || budgets.size() != 2 || fits(draft.text(), budgets.get(0)))
            return fallback.summarize(draft, budgets);
        List<String> texts = generate(draft, budgets.get(0), budgets.get(1));
        return texts.isEmpty() ? fallback.summarize(draft, budgets) : new Summaries(texts, true);
    }

    @Override
    public boolean waits() {
        return true;
    }

    private static boolean fits(String text, Budget budget) {
        return text.codePointCount(0, text.length()) <= budget.maxChars()
                || ReadingLength.words(text) <= budget.maxWords();
    }

    /** Empty where there is no answer, or none that may be shown. */
    private List<String> generate(Draft draft, Budget brief, Budget full) {
        Prompt prompt = Prompt.of(endpoint.model(), draft, brief, full, limits.maxInput());
        CompletableFuture<List<String>> mine = new CompletableFuture<>();
        CompletableFuture<List<String>> others = underWay.putIfAbsent(prompt.digest(), mine);
        if (others != null) return joined(others);
        List<String> texts = List.of();
        try {
            texts = rememberedOrAsked(prompt, draft, brief, full);
        } catch (RuntimeException e) {
            // A post whose summary cannot be generated is still a post.
            troubles.broken(e);
        } finally {
            mine.complete(texts);
            underWay.remove(prompt.digest());
        }
        return texts;
    }

    private static List<String> joined(CompletableFuture<List<String>> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            return List.of();
        }
    }

    private List<String> rememberedOrAsked(Prompt prompt, Draft draft, Budget brief, Budget full) {
        Optional<LlmLedger.Remembered> remembered = ledger.find(prompt.digest());
        if (remembered.isPresent()) return remembered.get().texts();
        if (!gate.enter(clock.instant())) return List.of();
        Reply reply = call.ask(prompt);
        if (reply instanceof Reply.Answered answered) {
            troubles.over(gate.succeeded());
            return judged(answered, prompt.digest(), draft, brief, full);
        }
        if (reply instanceof Reply.Failed failed)
            troubles.failed(failed.problem(), gate.failed(clock.instant()), limits.rest());
        if (reply instanceof Reply.Unasked unasked) {
            gate.abandoned();
            if (unasked.problem() != null) troubles.exhausted(unasked.problem());
        }
        return List.of();
    }

    private List<String> judged(Reply.Answered answered, String digest, Draft draft, Budget brief, Budget full) {
        Optional<AnswerReader.Pair> pair = reader.read(answered.content());
        if (pair.isEmpty())
            return rejected(digest, answered.whole() ? "no summaries in the answer" : "the answer has no end");
        Optional<String> first = fitting.fit(pair.get().brief(), brief);
        Optional<String> second = fitting.fit(pair.get().full(), full);
        if (first.isEmpty() || second.isEmpty()) return rejected(digest, "the answer is too long");
        for (String text : List.of(first.get(), second.get())) {
            Optional<String> objection = faithfulness.objection(Prompt.shown(draft, limits.maxInput()), text);
            if (objection.isPresent()) return rejected(digest, objection.get());
        }
        ledger.accepted(digest, first.get(), second.get(), clock.instant());
        return List.of(first.get(), second.get());
    }

    private List<String> rejected(String digest, String reason) {
        ledger.rejected(digest, reason, clock.instant());
        return List.of();
    }

    /** Tokens of this UTC day, those of requests under way included; over all processes on the database. */
    public long tokensToday() {
        return ledger.tokensOn(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** Why summaries are extractive now, and what to do; empty when the last call succeeded. */
    public Optional<String> lastProblem() {
        return ledger.lastProblem();
    }

    /** Ends the calls under way; their drafts are summarised by the fallback. */
    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return "LlmSummarizer[" + endpoint + "]";
    }
}
