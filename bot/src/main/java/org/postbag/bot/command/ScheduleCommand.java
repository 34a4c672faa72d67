package org.postbag.bot.command;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;

/** {@code /schedule 07:30 [weekdays]}: when the digest comes. */
public final class ScheduleCommand implements Command {
    private static final List<String> KNOWN = List.of(
            "daily",
            "weekdays",
            "weekly",
            "instant",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "每天",
            "工作日",
            "每周",
            "即时");

    private final Members members;

    public ScheduleCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public String chinese() {
        return "推送时间";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        List<String> days = new ArrayList<>(request.words());
        if (days.isEmpty()) return members.usage(request, this);
        Change change = Change.none();
        for (int i = 0; i < days.size(); i++) {
            Optional<LocalTime> at = ClockTime.read(days.get(i));
            if (at.isEmpty()) continue;
            change = change.withAt(at.get());
            days.remove(i);
            break;
        }
        if (!days.isEmpty()) {
            try {
                change = change.withDays(Days.parse(String.join(",", days)));
            } catch (IllegalArgumentException e) {
                return members.usage(request, this, unknown(days), KNOWN);
            }
        }
        return members.change(request, change, "schedule.done");
    }

    /** The first word that is no day. */
    private static String unknown(List<String> days) {
        for (String day : days) {
            try {
                Days.parse(day);
            } catch (IllegalArgumentException e) {
                return day; // this one
            }
        }
        return "";
    }
}
