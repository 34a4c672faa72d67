package org.postbag.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.Values;
import org.postbag.bot.delivery.DeliveryChannel;
import org.postbag.bot.email.inbox.InboxWatch;
import org.postbag.bot.schedule.Metronome;
import org.postbag.bot.telegram.update.UpdateSource;
import org.postbag.bot.web.HealthPages;
import org.postbag.bot.web.WebServer;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything running: the beats, the ears and the web port, started in this order and stopped in the opposite one. */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final int PRUNED_AT_ONCE = 1000;
    private static final int COLLECTORS = 3;
    private static final Duration ANSWERS_KEPT = Duration.ofDays(365);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Application application;
    private final Metronome metronome = new Metronome();
    private final OnlyServe only;
    private final WebServer web;
    private final @Nullable UpdateSource updates;
    private final @Nullable InboxWatch inbox;
    private volatile boolean menuTaken;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Service(Application application) {
        this.application = application;
        this.only = OnlyServe.on(application.config());
        Entrances entrances = application.entrances();
        try {
            this.updates = application.onTelegram.updates(application);
            this.inbox = entrances.inbox();
            this.web = entrances.web(new HealthPages(this::failing), updates);
        } catch (RuntimeException e) {
            only.close();
            throw e;
        }
    }

    /** Starts everything; when something keeps it from starting, the application is closed again. */
    public static Service start(Application application) {
        try {
            Service service = new Service(application);
            service.begin();
            return service;
        } catch (RuntimeException e) {
            application.close();
            throw e;
        }
    }

    private void begin() {
        Config config = application.config();
        NotYet.tell(config).forEach(LOG::warn);
        // Several, so that sources that dawdle hold up no others; each source is read by one at a time.
        for (int i = 1; i <= COLLECTORS; i++) metronome.every(SECOND.multipliedBy(2), "collect-" + i, this::collect);
        metronome.every(SECOND, "plan", () -> application
                .delivery()
                .plan(application.clock().instant()));
        for (DeliveryChannel channel : application.delivery().channels())
            metronome.every(SECOND, "deliver-" + channel.name(), () -> application
                    .delivery()
                    .sendDue(channel, application.clock().instant(), null));
        application.operating.sending.recover();
        metronome.every(SECOND, "notes", application.operating.notes::send);
        metronome.every(SECOND, "broadcast", application.operating.sending::sendSome);
        metronome.every(SECOND.multipliedBy(5), "questions", application.agreeing.mails::retryDue);
        SourceAlarms alarms = new SourceAlarms(application);
        metronome.every(SECOND.multipliedBy(10), "alarms", () -> alarms.check(application.sources()));
        metronome.every(Duration.ofHours(1), "prune", this::prune);
        if (updates != null) metronome.every(Duration.ofMinutes(1), "menu", this::registerMenu);
        metronome.start();
        if (inbox != null) inbox.start();
        if (updates != null) {
            updates.start();
        }
    }

    /** Until Telegram has taken it. */
    private void registerMenu() {
        if (!menuTaken) menuTaken = application.onTelegram.registerMenu(application);
    }

    private void collect() {
        for (SourceReport report : application
                .collector()
                .collectDue(application.sources(), application.config().digest().backlog(), Progress.none())) {
            if (report.failure() != null) LOG.warn("source {}: {}", report.id(), Values.masked(report.failure()));
            else if (report.added() + report.updated() + report.failed() > 0)
                LOG.info(
                        "source {}: {} new, {} updated, {} unreadable",
                        report.id(),
                        report.added(),
                        report.updated(),
                        report.failed());
        }
    }

    /** Forgets old history in small steps, so that nothing waits for it. */
    private void prune() {
        Instant before = application
                .clock()
                .instant()
                .minus(application.config().delivery().keep());
        while (application.ledger().prune(before, PRUNED_AT_ONCE) == PRUNED_AT_ONCE)
            LOG.debug("pruned {} deliveries", PRUNED_AT_ONCE);
        application.collecting.llmLedger.prune(application.clock().instant().minus(ANSWERS_KEPT));
        application.shownLists.prune(before);
        application.mailLog.prune(before);
        application.agreeing.requests.prune(before);
        application.onEmail.requests.prune(before);
        application.operating.broadcasts.prune(before);
        application.onTelegram.prune(before, application.clock().instant());
    }

    /** Parts that do not work, each with what is wrong. */
    private Map<String, String> failing() {
        Map<String, String> parts = new LinkedHashMap<>();
        try {
            application.posts().lastNumber();
        } catch (RuntimeException e) {
            parts.put("database", String.valueOf(e.getMessage()));
        }
        return parts;
    }

    /** Where to reach it, for the {@code ready} line. */
    public String addresses() {
        String host = application.config().web().host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + web.port();
    }

    /** Returns when the process is asked to stop. */
    public void awaitStop() throws InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.countDown();
                            try {
                                stopped.await(5, java.util.concurrent.TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "stop"));
        stop.await();
    }

    @Override
    public void close() {
        application.delivery().stop();
        application.collector().close();
        if (updates != null) updates.close();
        if (inbox != null) inbox.close();
        metronome.close();
        web.close();
        application.close();
        only.close();
        stopped.countDown();
    }
}
