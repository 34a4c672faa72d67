package org.postbag.bot.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.Parcel;
import org.postbag.bot.telegram.DigestMessages;
import org.postbag.bot.telegram.TelegramOutbox;
import org.postbag.digest.Digest;
import org.postbag.posts.Origin;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.collect.Progress;
import org.postbag.posts.store.Database;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.TelegramAddress;

/** Makes one preview: whose settings, which posts, which stretch of time, and in which form. */
final class Previewing implements AutoCloseable {

    private final Application application;
    private final Session session;
    private final Clock clock;
    private final DigestPreviewCommand.Wanted wanted;
    private final @Nullable Subscription subscription;
    private final List<String> problems = new ArrayList<>();

    private Previewing(
            Application application,
            Session session,
            DigestPreviewCommand.Wanted wanted,
            @Nullable Subscription subscription) {
        this.application = application;
        this.session = session;
        this.clock = session.clock();
        this.wanted = wanted;
        this.subscription = subscription;
    }

    static Previewing open(Session session, DigestPreviewCommand.Wanted wanted) {
        Config config = session.config();
        Address address = wanted.subscriber() == null ? null : Addresses.parse(wanted.subscriber());
        if (wanted.posts() == null) {
            Application application = Application.open(config, session.clock());
            Subscription whose = address == null ? null : Addresses.known(application, address);
            return new Previewing(application, session, wanted, whose);
        }
        Subscription whose = null;
        if (address != null) {
            try (Application real = Application.open(config, session.clock())) {
                whose = Addresses.known(real, address);
            }
        }
        Application alone = Application.on(Database.memory(), config, session.clock());
        Previewing previewing = new Previewing(alone, session, wanted, whose);
        previewing.collectFolder();
        return previewing;
    }

    /** Reads the folder into a database of its own, gone with this process. */
    private void collectFolder() {
        Config config = application.config();
        var folder = java.util.Objects.requireNonNull(wanted.posts())
                .toAbsolutePath()
                .normalize();
        Source source = new Source("posts", new Origin.Jekyll(folder), Duration.ofDays(1), List.of(), config.zone());
        Duration everything = Duration.ofDays(365L * 10_000);
        for (SourceReport report : application.collector().collect(List.of(source), everything, Progress.none())) {
            if (report.failure() != null) throw new WrongUsage("--posts " + wanted.posts() + ": " + report.failure());
            report.errors().forEach(error -> problems.add(error.where() + ": " + error.problem()));
        }
    }

    /** Posts that could not be read. */
    List<String> problems() {
        return problems;
    }

    byte[] as(String channel) throws IOException {
        Digest digest = digest();
        return switch (channel) {
            case "json" -> DigestPreviewCommand.utf8(Json.text(DigestJson.of(digest)));
            case "text" -> DigestPreviewCommand.utf8(application.text().render(digest));
            case "telegram" -> telegram(digest);
            default -> email(digest);
        };
    }

    private Digest digest() {
        Settings settings = settings();
        Instant now = clock.instant();
        var zone = settings.timetable().zone();
        if (subscription != null && wanted.from() == null && wanted.to() == null && wanted.posts() == null)
            return application.preview().newFor(withSettings(settings), now);
        Instant from = wanted.posts() != null
                ? null
                : now.minus(application.config().digest().first());
        if (wanted.from() != null) from = When.parse(wanted.from(), now, zone);
        Instant to = wanted.to() != null ? When.parse(wanted.to(), now, zone) : now.plusMillis(1);
        return application.preview().of(settings, from, to);
    }

    private Settings settings() {
        Settings settings = subscription == null ? application.defaults() : subscription.settings();
        if (wanted.tags() != null) {
            for (String tag : wanted.tags()) Known.tag(session, application, tag);
            Set<String> tags = wanted.tags().stream()
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .map(application.tagger()::canonical)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Selection old = settings.selection();
            settings = settings.withSelection(new Selection(tags, old.mute(), old.keywords()));
        }
        if (wanted.lang() != null)
            settings = settings.withLang(ReaderLanguage.of(wanted.lang())
                    .orElseThrow(() -> new WrongUsage("--lang " + wanted.lang() + ": write zh or en")));
        return settings;
    }

    private byte[] telegram(Digest digest) {
        Subscription reader = withSettings(settings());
        TelegramAddress chat = reader.address() instanceof TelegramAddress t ? t : new TelegramAddress(1, null);
        String calls = application
                .digestMessages()
                .all(DigestMessages.Shown.of(parcel(reader, digest, "telegram")), chat, 1, false)
                .stream()
                .map(TelegramOutbox::json)
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        return DigestPreviewCommand.utf8(calls);
    }

    private byte[] email(Digest digest) throws IOException {
        Subscription reader = withSettings(settings());
        return application.emailChannel().mail(parcel(reader, digest, "email")).bytes();
    }

    private Parcel parcel(Subscription reader, Digest digest, String channel) {
        var pages = channel.equals("email")
                ? application.emailChannel().paginate(digest, reader.address())
                : application.telegramRenderer().paginate(digest);
        return new Parcel(0, reader, clock.instant(), digest, pages);
    }

    /** The reader it is for, or a made-up one where nobody is named. */
    private Subscription withSettings(Settings settings) {
        Subscription s = subscription;
        if (s == null) {
            Address nobody = new EmailAddress("reader", "example.org");
            Instant now = clock.instant();
            return new Subscription(
                    0, "nobody", nobody, Status.ACTIVE, null, settings, now, null, 0, 0, now, null, true, true, true);
        }
        return s.following(settings, clock.instant());
    }

    @Override
    public void close() {
        application.close();
    }
}
