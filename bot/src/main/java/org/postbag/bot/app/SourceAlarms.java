package org.postbag.bot.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Says;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.Values;
import org.postbag.bot.store.AlarmLog;
import org.postbag.bot.telegram.ChatNotes;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Source;
import org.postbag.posts.store.SourceState;
import org.postbag.posts.store.SourceStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator once of each source that stays broken, and once when it is well again: in the log, and by {@link
 * ChatNotes} where there are chats for that. {@link AlarmLog} remembers what was told. Used by one thread.
 */
final class SourceAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(SourceAlarms.class);
    private static final int FAILURES = 5;
    private static final Duration WITHOUT_SUCCESS = Duration.ofDays(1);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final SourceStates states;
    private final AlarmLog told;
    private final List<Long> operators;
    private final ChatNotes notes;
    private final Says says;
    private final ReaderLanguage lang;
    private final ZoneId zone;
    private final Clock clock;

    SourceAlarms(Application application) {
        Config config = application.config();
        Config.Telegram chats = config.telegram();
        states = new SourceStates(application.db);
        told = new AlarmLog(application.db);
        says = application.says;
        lang = config.lang();
        zone = config.zone();
        clock = application.clock();
        // Without a token there is an outbox, and nobody looks there for alarms.
        operators = chats.token() == null ? List.of() : chats.admins();
        notes = application.operating.notes;
    }

    /** Looks at how all sources are doing; what is new goes out as one message. */
    void check(List<Source> sources) {
        Map<String, SourceState> known = new HashMap<>();
        for (SourceState state : states.all()) known.put(state.id(), state);
        List<String> raised = told.raised();
        List<String> lines = new ArrayList<>();
        for (Source source : sources) {
            SourceState state = known.remove(source.id());
            if (state == null) continue;
            if (state.failures() == 0) recovered(state, raised, lines);
            else broken(state, lines);
        }
        // Sources that were removed are nobody's trouble any more.
        for (String id : raised)
            if (sources.stream().noneMatch(source -> source.id().equals(id))) told.clear(id);
        if (lines.isEmpty()) return;
        for (long operator : operators) notes.report(operator, String.join("\n\n", lines));
    }

    private void recovered(SourceState state, List<String> raised, List<String> lines) {
        if (!raised.contains(state.id()) || !told.clear(state.id())) return;
        LOG.info("source {} can be read again", state.id());
        lines.add(says.say(lang, "alarm.recovered", state.id()));
    }

    private void broken(SourceState state, List<String> lines) {
        String trouble = trouble(state);
        if (trouble == null || !told.raise(state.id(), trouble, clock.instant())) return;
        String error = Values.masked(Objects.toString(state.lastError(), ""));
        if (trouble.equals("ended")) {
            LOG.warn("source {} has ended and is read no longer: {}", state.id(), error);
            lines.add(says.say(lang, "alarm.ended", state.id(), error));
            return;
        }
        LOG.warn("source {} stays broken, {} failures in a row: {}", state.id(), state.failures(), error);
        String failures = Integer.toString(state.failures());
        Instant success = state.lastSuccess();
        lines.add(
                success == null
                        ? says.say(lang, "alarm.never", state.id(), failures, error)
                        : says.say(
                                lang,
                                "alarm.failing",
                                state.id(),
                                failures,
                                MINUTE.format(success.atZone(zone)),
                                error));
    }

    /** Null while it may pass by itself: one failure says little, even of a source that is read once a day. */
    private @Nullable String trouble(SourceState state) {
        if (state.ended() != null) return "ended";
        if (state.failures() >= FAILURES) return "failing";
        Instant success = state.lastSuccess();
        boolean tooLong = success != null && success.plus(WITHOUT_SUCCESS).isBefore(clock.instant());
        return state.failures() > 1 && tooLong ? "failing" : null;
    }
}
