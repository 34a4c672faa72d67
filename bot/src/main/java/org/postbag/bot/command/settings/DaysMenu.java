package org.postbag.bot.command.settings;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Members;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;

/** The days on which digests come: a usual choice, or each day of the week {@code on} or {@code off}. */
final class DaysMenu extends ChoiceMenu {
    private static final List<Days> USUAL = List.of(Days.DAILY, Days.WEEKDAYS, Days.WEEKLY, Days.INSTANT);

    DaysMenu(Members members) {
        super(members, Map.of("days", "days", "日子", "days", "哪几天", "days", "推送日", "days"), "schedule");
    }

    /** One day that shall be on or off. */
    private record Switch(DayOfWeek day, boolean on) {
        static Optional<Switch> read(String text) {
            String[] words = text.split("\\s+", -1);
            Optional<Boolean> on = words.length == 2 ? OnOff.read(words[1]) : Optional.empty();
            Optional<Set<DayOfWeek>> days = on.flatMap(state -> days(words[0])).map(Days::on);
            return days.filter(named -> named.size() == 1)
                    .map(named -> new Switch(named.iterator().next(), on.orElseThrow()));
        }
    }

    private static Optional<Days> days(String text) {
        try {
            return Optional.of(Days.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no days
        }
    }

    @Override
    Optional<Change> read(String value) {
        return days(value).map(Change.none()::withDays);
    }

    @Override
    boolean changes(String word, String rest) {
        return super.changes(word, rest) || Switch.read(rest).isPresent();
    }

    @Override
    Answer answer(Visit visit, String word, String rest) {
        Optional<Switch> one = Switch.read(rest);
        if (one.isEmpty()) return super.answer(visit, word, rest);
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        on.addAll(visit.settings().timetable().days().on());
        if (one.get().on()) on.add(one.get().day());
        else on.remove(one.get().day());
        // Without a day there would be no digest; whoever wants that pauses.
        if (on.isEmpty()) return show(visit, say(visit, "menu.days.one"));
        return set(visit, Change.none().withDays(Days.of(on)), this::show);
    }

    @Override
    Answer show(Visit visit) {
        return show(visit, say(visit, "menu.days", members().settings().days(visit.settings(), visit.lang())));
    }

    private Answer show(Visit visit, String text) {
        Days now = visit.settings().timetable().days();
        List<Button> usual = new ArrayList<>();
        for (Days days : USUAL)
            usual.add(choice(now.on().equals(days.on()), say(visit, "days." + days), "days " + days));
        List<Button> each = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String word = day.name().substring(0, 3).toLowerCase(Locale.ROOT);
            boolean on = now.on().contains(day);
            each.add(choice(on, say(visit, "day." + word), "days " + word + (on ? " off" : " on")));
        }
        List<List<Button>> rows = new ArrayList<>(rows(usual, 2));
        rows.addAll(rows(each, 4));
        return menu(visit, text, rows, typed());
    }
}
