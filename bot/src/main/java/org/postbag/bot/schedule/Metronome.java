package org.postbag.bot.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each of a few pieces of work again and again, one after the other where it takes longer than its beat. */
public final class Metronome implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Metronome.class);

    private final Map<String, Runnable> work = new LinkedHashMap<>();
    private final Map<String, Duration> beats = new LinkedHashMap<>();
    private final Scheduler scheduler;

    public Metronome() {
        Properties properties = new Properties();
        properties.put("org.quartz.scheduler.instanceName", "postbag");
        properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.put("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.put("org.quartz.threadPool.threadCount", "16");
        properties.put("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.put("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        properties.put("org.quartz.jobStore.misfireThreshold", "60000");
        try {
            scheduler = new StdSchedulerFactory(properties).getScheduler();
            scheduler.setJobFactory(
                    (bundle, from) -> new Tick(bundle.getJobDetail().getKey().getName(), work));
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot be made", e);
        }
    }

    /** Adds a piece of work; a fault in it is told in the log and the next beat tries again. */
    public Metronome every(Duration beat, String name, Runnable what) {
        work.put(name, what);
        beats.put(name, beat);
        return this;
    }

    public void start() {
        try {
            for (Map.Entry<String, Duration> beat : beats.entrySet())
                scheduler.scheduleJob(
                        JobBuilder.newJob(Tick.class)
                                .withIdentity(beat.getKey())
                                .build(),
                        TriggerBuilder.newTrigger()
                                .startNow()
                                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                                        .withIntervalInMilliseconds(
                                                beat.getValue().toMillis())
                                        .repeatForever()
                                        .withMisfireHandlingInstructionNextWithRemainingCount())
                                .build());
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot be started", e);
        }
    }

    /** Waits for what is running. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            LOG.warn("the scheduler did not stop cleanly: {}", e.getMessage());
        }
    }

    /** One beat of one piece of work. */
    @DisallowConcurrentExecution
    static final class Tick implements Job {
        private final String name;
        private final Map<String, Runnable> work;

        Tick(String name, Map<String, Runnable> work) {
            this.name = name;
            this.work = work;
        }

        @Override
        public void execute(JobExecutionContext context) {
            Runnable what = work.get(name);
            if (what == null) return;
            try {
                what.run();
            } catch (RuntimeException e) {
                LOG.error("{} met a fault and will be tried again", name, e);
            }
        }
    }
}
