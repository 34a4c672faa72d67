package org.postbag.bot.cli;

import java.time.DateTimeException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Values;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Quiet;
import picocli.CommandLine.Option;

/** The options of {@code subscriber add} and {@code set}; what is not given stays as it is. */
final class SettingsOptions {
    @Option(names = "--tags", paramLabel = "a,b", description = "followed tags; empty: everything")
    @Nullable
    String tags;

    @Option(names = "--mute", paramLabel = "x,y", description = "tags and words to leave out")
    @Nullable
    String mute;

    @Option(names = "--keywords", paramLabel = "x,y", description = "words to follow whatever the tags")
    @Nullable
    String keywords;

    @Option(names = "--lang", description = "zh or en")
    @Nullable
    String lang;

    @Option(names = "--zone", description = "such as Asia/Shanghai")
    @Nullable
    String zone;

    @Option(names = "--at", description = "such as 07:30")
    @Nullable
    String at;

    @Option(names = "--days", description = "daily, weekdays, weekly, instant, or days such as mon,thu")
    @Nullable
    String days;

    @Option(names = "--length", description = "titles, short or long")
    @Nullable
    String length;

    @Option(names = "--quiet", paramLabel = "23:00-07:00", description = "hours without a sound; off for none")
    @Nullable
    String quiet;

    /**
     * @throws WrongUsage naming the option and what to write
     */
    Change change(Session session, Application application) {
        Change change = Change.none();
        if (tags != null) {
            Set<String> canonical = new LinkedHashSet<>();
            for (String tag : words(tags)) {
                Known.tag(session, application, tag);
                canonical.add(application.tagger().canonical(tag));
            }
            change = change.withTags(canonical);
        }
        if (mute != null) change = change.withMute(words(mute));
        if (keywords != null) change = change.withKeywords(words(keywords));
        if (lang != null) {
            String typed = lang;
            change = change.withLang(
                    ReaderLanguage.of(typed).orElseThrow(() -> new WrongUsage("--lang " + typed + ": write zh or en")));
        }
        if (length != null) {
            String typed = length;
            change = change.withLength(Length.of(typed)
                    .orElseThrow(() -> new WrongUsage("--length " + typed + ": write titles, short or long")));
        }
        return times(change);
    }

    private Change times(Change before) {
        Change change = before;
        String option = "";
        try {
            option = "--zone";
            if (zone != null) change = change.withZone(Values.zone(zone));
            option = "--at";
            if (at != null) change = change.withAt(Values.time(at));
            option = "--days";
            if (days != null) change = change.withDays(Days.parse(days));
            option = "--quiet";
            if (quiet != null) change = change.withQuiet(Quiet.parseOrOff(quiet));
            return change;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WrongUsage(option + ": " + String.valueOf(e.getMessage()).replaceFirst("^(days|quiet|at) ", ""));
        }
    }

    private static Set<String> words(String list) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : List.of(list.split("[,，;；]", -1))) if (!word.isBlank()) words.add(word.strip());
        return words;
    }
}
