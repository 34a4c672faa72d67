package org.postbag.bot.command;

import java.util.List;
import org.postbag.bot.config.Values;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;

/** {@code /schedule 07:30 [weekdays]}: when the digest comes. */
public final class ScheduleCommand implements Command {
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
        List<String> words = request.words();
        if (words.isEmpty()) return members.usage(request, this);
        try {
            Change change = Change.none();
            List<String> days = words;
            if (words.get(0).matches("\\d{1,2}[:点时.]?\\d{0,2}分?")) {
                change = change.withAt(Values.time(clock(words.get(0))));
                days = words.subList(1, words.size());
            }
            if (!days.isEmpty()) change = change.withDays(Days.parse(String.join(",", days)));
            return members.change(request, change, "schedule.done");
        } catch (IllegalArgumentException e) {
            return members.usage(request, this);
        }
    }

    /** {@code 7点30}, {@code 7.30} and {@code 7} mean what they say. */
    private static String clock(String word) {
        String[] parts = word.replace("分", "").split("[:点时.]", -1);
        String minutes = parts.length < 2 || parts[1].isEmpty() ? "00" : parts[1];
        return parts[0] + ":" + (minutes.length() == 1 ? "0" + minutes : minutes);
    }
}
