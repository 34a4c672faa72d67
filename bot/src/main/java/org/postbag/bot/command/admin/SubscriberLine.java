package org.postbag.bot.command.admin;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/** A subscription in a line or two, for operators. */
final class SubscriberLine {
    private SubscriberLine() {}

    static String of(Request request, Members members, Subscription s) {
        Says says = members.says();
        Settings settings = s.settings();
        String head = s.address() + " · " + status(request, says, s);
        if (s.statusReason() != null) head += " · " + s.statusReason();
        if (s.status() == Status.BLOCKED || s.status() == Status.UNSUBSCRIBED) return head;
        return head + "\n   "
                + members.settings().words(settings.selection().tags(), request.lang(), "settings.everything")
                + " · "
                + when(request, says, settings);
    }

    /** Pending ones need telling for what they wait. */
    private static String status(Request request, Says says, Subscription s) {
        if (s.status() != Status.PENDING)
            return says.say(request, "status." + s.status().word());
        return says.say(request, s.confirmed() ? "subscribers.waits.approval" : "subscribers.waits.confirmation");
    }

    private static String when(Request request, Says says, Settings settings) {
        String days = settings.timetable().days().toString();
        String at = settings.timetable().at().format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
        String zone = settings.timetable().zone().getId();
        if (days.equals("instant")) return says.say(request, "days.instant");
        if (List.of("daily", "weekdays", "weekly").contains(days))
            return says.say(request, "subscribers.when", says.say(request, "days." + days), at, zone);
        List<String> named = new ArrayList<>();
        for (String day : days.split(",", -1)) named.add(says.say(request, "day." + day));
        return says.say(request, "subscribers.when", String.join(says.say(request, "comma"), named), at, zone);
    }
}
