package org.postbag.bot.command.settings;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.ClockTime;
import org.postbag.bot.command.Members;
import org.postbag.subscriptions.Change;

/** The time of day at which digests come. On which days is {@link DaysMenu}'s. */
final class TimeMenu extends ChoiceMenu {
    private static final List<String> OFFERED = List.of(
            "05:00", "06:00", "06:30", "07:00", "07:30", "08:00", "08:30", "09:00", "10:00", "11:00", "12:00", "13:00",
            "15:00", "17:00", "18:00", "19:00", "20:00", "21:00", "22:00", "23:00");

    TimeMenu(Members members) {
        super(members, Map.of("time", "time", "at", "time", "时间", "time", "推送时间", "time"), "schedule");
    }

    @Override
    Optional<Change> read(String value) {
        return ClockTime.read(value).map(Change.none()::withAt);
    }

    @Override
    Optional<String> question() {
        return Optional.of("menu.time.ask");
    }

    @Override
    Answer show(Visit visit) {
        LocalTime now = visit.settings().timetable().at();
        List<Button> buttons = new ArrayList<>();
        for (String time : OFFERED) buttons.add(choice(now.equals(LocalTime.parse(time)), time, "time " + time));
        List<List<Button>> rows = new ArrayList<>(rows(buttons, 4));
        rows.add(List.of(choice(false, say(visit, "button.time.other"), "time " + OTHER)));
        return menu(visit, say(visit, "menu.time", now.toString()), rows, typed());
    }
}
