package org.postbag.bot.command.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Members;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Quiet;

/** Hours in which digests arrive without a sound. */
final class QuietMenu extends ChoiceMenu {
    private static final List<String> OFFERED = List.of("22:00-07:00", "23:00-07:00", "00:00-08:00");

    QuietMenu(Members members) {
        super(members, Map.of("quiet", "quiet", "免打扰", "quiet"), "quiet");
    }

    @Override
    Optional<Change> read(String value) {
        try {
            return Optional.of(Change.none().withQuiet(Quiet.parseOrOff(value)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no hours; the usage says how to write them
        }
    }

    @Override
    Optional<String> question() {
        return Optional.of("menu.quiet.ask");
    }

    @Override
    Answer show(Visit visit) {
        @Nullable Quiet now = visit.settings().quiet();
        List<Button> hours = new ArrayList<>();
        for (String quiet : OFFERED) hours.add(choice(Quiet.parse(quiet).equals(now), quiet, "quiet " + quiet));
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(choice(now == null, say(visit, "button.quiet.off"), "quiet off")));
        rows.addAll(rows(hours, 2));
        rows.add(List.of(choice(false, say(visit, "button.quiet.other"), "quiet " + OTHER)));
        String is = now == null ? say(visit, "settings.quiet.none") : say(visit, "settings.quiet", now.toString());
        return menu(visit, is + "\n" + say(visit, "menu.quiet"), rows, typed());
    }
}
