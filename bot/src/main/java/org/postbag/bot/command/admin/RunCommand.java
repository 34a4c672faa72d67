package org.postbag.bot.command.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /run [SOURCE]}: one pass over all sources or one, now. A pass that takes long goes on by itself, and {@link
 * Reports} brings what came of it.
 */
public final class RunCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    private final Supplier<List<Source>> sources;
    private final BackgroundPasses passes;
    private final Reports reports;
    private final Members members;
    private final Duration patience;
    private final SourceLookup lookup;
    private final PassReport report;

    /** @param patience how long the answer waits for the end of the pass */
    public RunCommand(
            Supplier<List<Source>> sources,
            BackgroundPasses passes,
            Reports reports,
            Members members,
            Duration patience) {
        this.sources = sources;
        this.passes = passes;
        this.reports = reports;
        this.members = members;
        this.patience = patience;
        this.lookup = new SourceLookup(members);
        this.report = new PassReport(members.says());
    }

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String chinese() {
        return "采集";
    }

    @Override
    public Audience audience() {
        return Audience.OPERATORS;
    }

    @Override
    public Answer answer(Request request) {
        List<Source> all = sources.get();
        if (all.isEmpty()) return members.says().said(request, "sources.none");
        String wanted = request.args().strip();
        if (wanted.isEmpty()) return run(request, all);
        return lookup.with(request, wanted, all, this, source -> run(request, List.of(source)));
    }

    private Answer run(Request request, List<Source> chosen) {
        Says says = members.says();
        Optional<CompletableFuture<List<SourceReport>>> begun = passes.begin(chosen);
        if (begun.isEmpty()) return says.said(request, "run.already");
        CompletableFuture<List<SourceReport>> pass = begun.get();
        try {
            return Answer.said(report.of(request.lang(), pass.get(patience.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (TimeoutException e) {
            return later(request, pass);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return later(request, pass);
        } catch (ExecutionException e) {
            LOG.error("a pass that an operator asked for met a fault", e.getCause());
            return says.said(request, "run.fault");
        }
    }

    private Answer later(Request request, CompletableFuture<List<SourceReport>> pass) {
        Long operator = request.asker().person();
        ReaderLanguage lang = request.lang();
        if (operator != null) {
            CompletableFuture<Void> told = pass.handle((ended, fault) -> {
                reports.report(operator, told(lang, ended, fault));
                return null;
            });
            LOG.debug("the report of a pass follows, done already: {}", told.isDone());
        }
        return members.says().said(request, "run.goes.on");
    }

    private String told(ReaderLanguage lang, @Nullable List<SourceReport> ended, @Nullable Throwable fault) {
        if (ended != null) return report.of(lang, ended);
        LOG.error("a pass that an operator asked for met a fault", fault);
        return members.says().say(lang, "run.fault");
    }
}
