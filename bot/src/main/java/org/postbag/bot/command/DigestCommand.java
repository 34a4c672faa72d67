package org.postbag.bot.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.postbag.bot.delivery.Preview;
import org.postbag.digest.Digest;
import org.postbag.posts.Selection;
import org.postbag.posts.collect.Tagger;
import org.postbag.subscriptions.Settings;

/** {@code /digest [tag|date]}: a digest now, of the last day, of a tag's last week, or of a given day. */
public final class DigestCommand implements Command {
    private final Preview preview;
    private final Members members;
    private final Settings defaults;
    private final Tagger tagger;
    private final Clock clock;

    public DigestCommand(Preview preview, Members members, Settings defaults, Tagger tagger, Clock clock) {
        this.preview = preview;
        this.members = members;
        this.defaults = defaults;
        this.tagger = tagger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public String chinese() {
        return "摘要";
    }

    @Override
    public Answer answer(Request request) {
        Settings settings =
                request.subscription().map(s -> s.settings()).orElse(defaults).withLang(request.lang());
        Instant now = clock.instant();
        String wanted = request.args().strip();
        if (wanted.isEmpty())
            return digested(request, settings, settings.selection(), now.minus(Duration.ofDays(1)), now);
        LocalDate day = day(wanted);
        if (day != null) {
            ZoneId zone = settings.timetable().zone();
            Instant from = day.atStartOfDay(zone).toInstant();
            return digested(
                    request,
                    settings,
                    settings.selection(),
                    from,
                    day.plusDays(1).atStartOfDay(zone).toInstant());
        }
        String tag = tagger.canonical(wanted.startsWith("#") ? wanted.substring(1) : wanted);
        Selection one = new Selection(Set.of(tag), settings.selection().mute(), Set.of());
        return digested(request, settings, one, now.minus(Duration.ofDays(7)), now);
    }

    private Answer digested(Request request, Settings settings, Selection selection, Instant from, Instant to) {
        Digest digest = preview.of(settings.withSelection(selection), from, to);
        return digest.posts() == 0 ? members.says().said(request, "digest.none") : new Answer.Digested(digest);
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.replace('/', '-').replace('.', '-'));
        } catch (DateTimeException e) {
            return null; // not a date, so it is a tag
        }
    }
}
