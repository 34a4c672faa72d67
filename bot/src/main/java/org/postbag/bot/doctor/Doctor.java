package org.postbag.bot.doctor;

import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Reading;
import org.postbag.bot.config.Config;
import org.postbag.bot.doctor.dns.DnsRecord;
import org.postbag.bot.doctor.dns.Lookups;
import org.postbag.bot.doctor.dns.WantedRecords;
import org.postbag.bot.email.dkim.DkimKey;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.Progress;

/**
 * Tries each outside part of an installation, one {@link Check} a part, and says what to do about each failure. Sends
 * nothing to anybody and keeps nothing.
 */
public final class Doctor {
    private static final int PARTS_AT_ONCE = 8;
    private static final int SOURCES_AT_ONCE = 4;

    private final Config config;
    private final Clock clock;
    private final Lookups lookups;
    private final Optional<Sender> sender;

    public Doctor(Config config, Clock clock) {
        this(config, clock, Lookups.ofThisMachine());
    }

    /** @param lookups how DNS is asked */
    public Doctor(Config config, Clock clock, Lookups lookups) {
        this.config = config;
        this.clock = clock;
        this.lookups = lookups;
        this.sender = Sender.of(config.email().from());
    }

    /** Makes all checks; each is bounded in time. */
    public Report examine(Progress progress) throws InterruptedException {
        Secrets secrets = new Secrets(config);
        List<Check> parts = parts();
        int all = parts.size() + config.sources().size();
        AtomicInteger done = new AtomicInteger();
        try (Reading reading = new Reading(config, clock);
                Examination examination =
                        new Examination(secrets::masked, name -> progress.at(name, done.incrementAndGet(), all))) {
            List<SourceCheck> sources = config.sources().stream()
                    .map(source ->
                            new SourceCheck(reading, source, config.http().timeout()))
                    .toList();
            List<Future<Examined>> results = new ArrayList<>(examination.begin(parts, PARTS_AT_ONCE));
            results.addAll(examination.begin(sources, SOURCES_AT_ONCE));
            List<Examined> examined = new ArrayList<>();
            for (Future<Examined> result : results) examined.add(result.get());
            return new Report(examined, records());
        } catch (ExecutionException e) {
            throw new IllegalStateException("an examination ended early", e.getCause());
        }
    }

    private List<Check> parts() {
        List<Check> checks = new ArrayList<>();
        checks.add(new DatabaseCheck(config.database()));
        checks.add(new DataFolderCheck(
                config.data(), path -> Files.getFileStore(path).getUsableSpace()));
        checks.add(new ClockCheck(clock, config.zone(), timeServers()));
        checks.add(TelegramCheck.of(config.telegram(), config.url()));
        mail(checks);
        checks.add(new WebCheck(config.url(), config.web(), mailServers()));
        checks.add(LlmCheck.of(config.summary().llm()));
        return checks;
    }

    private void mail(List<Check> checks) {
        Config.Email email = config.email();
        boolean sending = !email.smtp().isEmpty();
        if (!sending) checks.add(Check.notSetUp("smtp", "no email.smtp, so mails go to the outbox folder"));
        for (Config.Smtp smtp : email.smtp()) checks.add(new SmtpCheck(smtp, sender, clock));
        domain(checks, sending);
        checks.add(email.imap() == null ? ImapCheck.absent(sending) : new ImapCheck(email.imap(), clock));
    }

    /** What the domain of the sender has to say in DNS. */
    private void domain(List<Check> checks, boolean sending) {
        Config.Dkim dkim = config.email().dkim();
        if (sender.isEmpty()) {
            checks.add(noAddress());
            return;
        }
        Sender from = sender.get();
        String why = "no email.smtp";
        checks.add(sending ? new AlignmentCheck(from, dkim, lookups) : Check.notSetUp("alignment", why));
        checks.add(dkim == null ? DkimKeyCheck.absent(sending) : new DkimKeyCheck(dkim));
        checks.add(
                dkim == null
                        ? Check.notSetUp(DkimRecordCheck.NAME, "no email.dkim")
                        : new DkimRecordCheck(dkim, key(), lookups));
        if (sending && !from.isPublic()) why = "the public DNS does not know " + from.domain();
        if (sending && from.isPublic()) {
            checks.add(new SpfCheck(from.domain(), mailServers(), dkim != null, lookups));
            checks.add(new DmarcCheck(from.domain(), lookups));
            checks.add(new MxCheck(from.domain(), lookups));
        } else for (String name : List.of("spf", "dmarc", "mx")) checks.add(Check.notSetUp(name, why));
    }

    private List<String> mailServers() {
        return config.email().smtp().stream().map(Config.Smtp::host).toList();
    }

    private static Check noAddress() {
        return new Check() {
            @Override
            public String name() {
                return "alignment";
            }

            @Override
            public void run(Notes notes) {
                notes.fail("email.from is no mail address", "write it as: Name <news@example.org>");
            }
        };
    }

    /** Servers that are asked things anyway. */
    private List<URI> timeServers() {
        List<URI> servers = new ArrayList<>();
        if (config.telegram().token() != null) servers.add(config.telegram().api());
        Config.Llm llm = config.summary().llm();
        if (llm != null) servers.add(llm.url());
        for (Source source : config.sources()) {
            if (source.origin() instanceof Origin.Feed feed) servers.add(feed.url());
            if (source.origin() instanceof Origin.Page page) servers.add(page.url());
        }
        return servers;
    }

    /** None for a domain that the public DNS does not know. */
    private List<DnsRecord> records() {
        if (sender.isEmpty() || !sender.get().isPublic()) return List.of();
        return WantedRecords.of(
                lookups,
                sender.get().domain(),
                config.email(),
                Optional.ofNullable(URI.create(config.url()).getHost()).orElse(""),
                key());
    }

    /** What is wrong with it is for {@link DkimKeyCheck} to tell. */
    private @Nullable DkimKey key() {
        Config.Dkim dkim = config.email().dkim();
        try {
            return dkim == null ? null : DkimKey.read(dkim.keyFile());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
