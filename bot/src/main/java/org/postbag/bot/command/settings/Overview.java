package org.postbag.bot.command.settings;

import java.util.ArrayList;
import java.util.List;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.LinkedAddresses;
import org.postbag.bot.command.Members;
import org.postbag.subscriptions.Status;

/** What {@code /settings} begins with: all settings as they are, and a button for each. */
final class Overview {
    private static final List<String> MENUS =
            List.of("tags", "time", "zone", "days", "length", "lang", "quiet", "mute");

    private final Members members;
    private final LinkedAddresses linked;

    Overview(Members members) {
        this.members = members;
        this.linked = new LinkedAddresses(members);
    }

    Answer show(Visit visit) {
        List<Button> buttons = new ArrayList<>();
        for (String menu : MENUS) buttons.add(button(visit, menu, menu));
        if (!linked.of(visit.subscription()).isEmpty()) buttons.add(button(visit, "share", "share"));
        Status status = visit.subscription().status();
        if (status == Status.ACTIVE) buttons.add(button(visit, "pause", "pause"));
        if (status == Status.PAUSED) buttons.add(button(visit, "resume", "resume"));
        buttons.add(button(visit, "done", "done"));
        return new Answer.Menu(paragraphs(visit), SettingsMenu.rows(buttons, 2));
    }

    /** The same without buttons, which a press on "done" leaves behind. */
    Answer done(Visit visit) {
        return new Answer.Menu(paragraphs(visit), List.of());
    }

    private List<String> paragraphs(Visit visit) {
        List<String> paragraphs = new ArrayList<>(List.of(
                members.says().say(visit.request(), "list.heading"),
                members.settings().all(visit.subscription())));
        if (visit.byMail()) paragraphs.add(members.says().say(visit.request(), "settings.how"));
        return paragraphs;
    }

    private Button button(Visit visit, String word, String command) {
        return SettingsMenu.choice(false, members.says().say(visit.request(), "button.settings." + word), command);
    }
}
