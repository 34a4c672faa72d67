package org.postbag.bot.command.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.LinkedAddresses;
import org.postbag.bot.command.Members;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.TelegramAddress;

/** The reader's other addresses, and whether this one has its settings in common with them. */
final class LinkedMenu extends SettingsMenu {
    private final LinkedAddresses linked;

    LinkedMenu(Members members) {
        super(members);
        linked = new LinkedAddresses(members);
    }

    @Override
    Map<String, String> words() {
        return Map.of("share", "share", "共用", "share", "共享", "share", "linked", "share", "地址", "share");
    }

    @Override
    boolean changes(String word, String rest) {
        return OnOff.read(rest).isPresent();
    }

    @Override
    Answer answer(Visit visit, String word, String rest) {
        Optional<Boolean> on = OnOff.read(rest);
        if (on.isEmpty()) return show(visit);
        return done(visit, linked.share(visit.subscription(), on.get()), this::show);
    }

    private Answer show(Visit visit) {
        List<Subscription> others = linked.of(visit.subscription());
        if (others.isEmpty()) return menu(visit, say(visit, "linked.none"), List.of(), "settings");
        boolean same = linked.same(visit.subscription());
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                choice(same, say(visit, "button.share.on"), "share on"),
                choice(!same, say(visit, "button.share.off"), "share off")));
        if (visit.request().address() instanceof TelegramAddress && visit.inPrivate())
            rows.add(List.of(Button.does(say(visit, "button.email"), "email")));
        // In a group everybody would read whose inbox it is.
        String which =
                visit.inPrivate() ? linked.lines(others, visit.request()) : say(visit, "linked.count", others.size());
        return menu(
                visit,
                say(visit, "linked.heading") + "\n" + which + "\n" + say(visit, same ? "linked.same" : "linked.own"),
                rows,
                "settings");
    }
}
