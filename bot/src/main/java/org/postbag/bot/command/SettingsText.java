package org.postbag.bot.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/** Tells a subscription's settings in a reader's words; used by every command that shows or changes them. */
public final class SettingsText {
    private final Says says;
    private final Subscriptions subscriptions;
    private final Clock clock;

    public SettingsText(Says says, Subscriptions subscriptions, Clock clock) {
        this.says = says;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** When the next digest comes, as a sentence. */
    public String next(Subscription s) {
        ReaderLanguage lang = s.settings().lang();
        if (s.status() == Status.PAUSED)
            return s.pausedUntil() == null
                    ? says.say(lang, "next.paused")
                    : says.say(
                            lang,
                            "next.paused.until",
                            moment(s.pausedUntil(), s.settings().timetable().zone(), lang));
        if (s.status() != Status.ACTIVE)
            return says.say(lang, "next.not." + s.status().word());
        if (s.settings().timetable().days().isInstant()) return says.say(lang, "next.instant");
        List<Instant> due = subscriptions.due(s.address(), clock.instant(), 1);
        if (due.isEmpty()) return says.say(lang, "next.instant");
        return says.say(
                lang, "next.at", moment(due.get(0), s.settings().timetable().zone(), lang));
    }

    /** All settings, one a line. */
    public String all(Subscription s) {
        Settings settings = s.settings();
        ReaderLanguage lang = settings.lang();
        return String.join(
                "\n",
                says.say(lang, "settings.tags", words(settings.selection().tags(), lang, "settings.everything")),
                says.say(lang, "settings.keywords", words(settings.selection().keywords(), lang, "settings.none")),
                says.say(lang, "settings.mute", words(settings.selection().mute(), lang, "settings.none")),
                says.say(
                        lang,
                        "settings.schedule",
                        settings.timetable().at().format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)),
                        days(settings, lang),
                        settings.timetable().zone().getId()),
                says.say(
                        lang,
                        "settings.length",
                        says.say(lang, "length." + settings.length().word())),
                settings.quiet() == null
                        ? says.say(lang, "settings.quiet.none")
                        : says.say(lang, "settings.quiet", settings.quiet()),
                next(s));
    }

    public String words(Set<String> words, ReaderLanguage lang, String none) {
        return words.isEmpty() ? says.say(lang, none) : String.join(says.say(lang, "comma"), words);
    }

    /** On which days digests come. */
    public String days(Settings settings, ReaderLanguage lang) {
        String days = settings.timetable().days().toString();
        return switch (days) {
            case "daily", "weekdays", "weekly", "instant" -> says.say(lang, "days." + days);
            default -> {
                StringBuilder all = new StringBuilder();
                for (String day : days.split(",", -1))
                    all.append(all.isEmpty() ? "" : says.say(lang, "comma")).append(says.say(lang, "day." + day));
                yield all.toString();
            }
        };
    }

    /** A local time as people say it, with the weekday. */
    public String moment(Instant instant, ZoneId zone, ReaderLanguage lang) {
        Locale locale = lang == ReaderLanguage.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        String pattern = lang == ReaderLanguage.ZH ? "M月d日 EEEE HH:mm" : "EEEE d MMMM, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
    }
}
