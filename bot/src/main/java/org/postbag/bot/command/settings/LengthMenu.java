package org.postbag.bot.command.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Members;
import org.postbag.posts.Length;
import org.postbag.subscriptions.Change;

/** How much of each post a digest tells. */
final class LengthMenu extends ChoiceMenu {

    LengthMenu(Members members) {
        super(members, Map.of("length", "length", "长度", "length"), "length");
    }

    @Override
    Optional<Change> read(String value) {
        return Length.of(value).map(Change.none()::withLength);
    }

    @Override
    Answer show(Visit visit) {
        Length now = visit.settings().length();
        List<Button> buttons = new ArrayList<>();
        for (Length length : Length.values())
            buttons.add(choice(now == length, say(visit, "length." + length.word()), "length " + length.word()));
        return menu(visit, say(visit, "menu.length", say(visit, "length." + now.word())), rows(buttons, 1), typed());
    }
}
