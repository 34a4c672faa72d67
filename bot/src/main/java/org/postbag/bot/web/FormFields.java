package org.postbag.bot.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Says;
import org.postbag.bot.config.Values;
import org.postbag.digest.web.SettingsForm;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.collect.Tagger;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TagCount;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Quiet;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/** A reader's settings as form fields, and back; mistakes come back as sentences. */
public final class FormFields {
    private static final int OFFERED = 40;

    private final PostStore posts;
    private final Tagger tagger;
    private final Says says;

    public FormFields(PostStore posts, Tagger tagger, Says says) {
        this.posts = posts;
        this.tagger = tagger;
        this.says = says;
    }

    /** What a form came to. */
    record Read(Change change, @Nullable Pause pause, List<String> problems) {}

    /** The pause field: none, a number of days, or until resumed. */
    record Pause(boolean paused, @Nullable Integer days) {
        void apply(Subscriptions subscriptions, Subscription before, Instant now) {
            boolean was = before.status() == Status.PAUSED;
            if (!paused && was) subscriptions.resume(before.address());
            if (paused && before.status() == Status.ACTIVE)
                subscriptions.pause(before.address(), days == null ? null : now.plus(Duration.ofDays(days)));
        }
    }

    SettingsForm form(Settings settings, @Nullable Subscription subscription, Instant now) {
        List<SettingsForm.Choice> choices = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(settings.selection().tags());
        for (TagCount tag : posts.tags().stream().limit(OFFERED).toList()) {
            boolean chosen = left.removeIf(tag.tag()::equalsIgnoreCase);
            choices.add(new SettingsForm.Choice(tag.tag(), chosen, tag.posts()));
        }
        String days = settings.timetable().days().toString();
        boolean named = List.of("daily", "weekdays", "weekly", "instant").contains(days);
        return new SettingsForm(
                choices,
                String.join(", ", left),
                String.join(", ", settings.selection().keywords()),
                String.join(", ", settings.selection().mute()),
                settings.timetable().at().format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)),
                named ? days : "other",
                named ? "" : days,
                settings.timetable().zone().getId(),
                settings.length().word(),
                settings.lang().word(),
                settings.quiet() == null ? "" : settings.quiet().toString(),
                pauseWord(subscription, now));
    }

    private static String pauseWord(@Nullable Subscription subscription, Instant now) {
        if (subscription == null || subscription.status() != Status.PAUSED) return "no";
        Instant until = subscription.pausedUntil();
        return until == null
                ? "open"
                : Long.toString(Math.max(1, Duration.between(now, until).toDays()));
    }

    /** The form again as it was sent, for showing what is wrong with it. */
    SettingsForm written(Context context, Settings settings) {
        SettingsForm form = form(settings, null, Instant.EPOCH);
        Set<String> ticked = new LinkedHashSet<>(context.formParams("tag"));
        return new SettingsForm(
                form.tags().stream()
                        .map(c -> new SettingsForm.Choice(c.tag(), ticked.contains(c.tag()), c.posts()))
                        .toList(),
                field(context, "moreTags"),
                field(context, "keywords"),
                field(context, "mute"),
                field(context, "at"),
                field(context, "days"),
                field(context, "daysOther"),
                field(context, "zone"),
                field(context, "length"),
                field(context, "lang"),
                field(context, "quiet"),
                field(context, "pause"));
    }

    /** Fields that are not in the form are left as they are. */
    Read read(Context context, ReaderLanguage lang) {
        List<String> problems = new ArrayList<>();
        Change change = Change.none();
        try {
            if (context.formParamMap().containsKey("moreTags")) {
                Set<String> tags = new LinkedHashSet<>();
                for (String tag : context.formParams("tag")) tags.add(tagger.canonical(tag));
                for (String tag : words(field(context, "moreTags"))) tags.add(tagger.canonical(tag));
                change = change.withTags(tags);
            }
            if (context.formParamMap().containsKey("keywords"))
                change = change.withKeywords(words(field(context, "keywords")));
            if (context.formParamMap().containsKey("mute")) change = change.withMute(words(field(context, "mute")));
            String at = field(context, "at");
            if (!at.isEmpty()) change = change.withAt(Values.time(at));
            String days = field(context, "days");
            if (days.equals("other")) days = field(context, "daysOther");
            if (!days.isEmpty()) change = change.withDays(Days.parse(days));
            String zone = field(context, "zone");
            if (!zone.isEmpty()) change = change.withZone(Values.zone(zone));
            Optional<Length> length = Length.of(field(context, "length"));
            if (length.isPresent()) change = change.withLength(length.get());
            Optional<ReaderLanguage> wanted = ReaderLanguage.of(field(context, "lang"));
            if (wanted.isPresent()) change = change.withLang(wanted.get());
            if (context.formParamMap().containsKey("quiet")) {
                String quiet = field(context, "quiet");
                change = change.withQuiet(quiet.isEmpty() ? Optional.empty() : Optional.of(Quiet.parse(quiet)));
            }
        } catch (IllegalArgumentException e) {
            problems.add(says.say(lang, "form.problem", String.valueOf(e.getMessage())));
        }
        return new Read(change, pause(field(context, "pause")), problems);
    }

    private static @Nullable Pause pause(String word) {
        if (word.equals("no")) return new Pause(false, null);
        if (word.equals("open")) return new Pause(true, null);
        return word.matches("[1-9]\\d{0,2}") ? new Pause(true, Integer.valueOf(word)) : null;
    }

    private static Set<String> words(String field) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(field.split("[,，、;；\\n]+", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }

    private static String field(Context context, String name) {
        String value = context.formParam(name);
        if (value == null) return "";
        return value.length() > 5000 ? value.substring(0, 5000) : value.strip();
    }
}
