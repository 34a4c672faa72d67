package org.postbag.bot.command.settings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.PauseLength;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;

/** No digests for some days, or until further notice; {@code resume} ends it. */
final class PauseMenu extends SettingsMenu {
    private static final List<String> OFFERED = List.of("1d", "3d", "7d", "14d");
    private static final String WITHOUT_END = "on";

    private final Clock clock;

    PauseMenu(Members members, Clock clock) {
        super(members);
        this.clock = clock;
    }

    @Override
    Map<String, String> words() {
        return Map.of("pause", "pause", "暂停", "pause", "resume", "resume", "恢复", "resume");
    }

    @Override
    boolean changes(String word, String rest) {
        return word.equals("resume")
                || OnOff.read(rest).isPresent()
                || PauseLength.read(rest).isPresent();
    }

    @Override
    Answer answer(Visit visit, String word, String rest) {
        if (word.equals("pause") && rest.isEmpty()) return show(visit);
        if (!changes(word, rest)) return usage(visit, "pause");
        boolean ends = word.equals("resume") || OnOff.read(rest).equals(Optional.of(false));
        // Pressed twice, it runs already; that is what was wanted.
        if (ends && visit.subscription().status() != Status.PAUSED) return show(visit);
        Result result = ends
                ? members().subscriptions().resume(visit.request().address())
                : members().subscriptions().pause(visit.request().address(), until(rest));
        return done(visit, result, this::show);
    }

    private @Nullable Instant until(String rest) {
        return PauseLength.read(rest)
                .map((Duration length) -> clock.instant().plus(length))
                .orElse(null);
    }

    private Answer show(Visit visit) {
        boolean paused = visit.subscription().status() == Status.PAUSED;
        List<Button> lengths = new ArrayList<>();
        for (String length : OFFERED)
            lengths.add(choice(
                    false,
                    say(visit, "button.pause.days", Integer.parseInt(length.replace("d", ""))),
                    "pause " + length));
        List<List<Button>> rows = new ArrayList<>();
        if (paused) rows.add(List.of(choice(false, say(visit, "button.resume"), "resume")));
        rows.addAll(rows(lengths, 2));
        rows.add(List.of(choice(false, say(visit, "button.pause.open"), "pause " + WITHOUT_END)));
        return menu(visit, say(visit, paused ? "menu.paused" : "menu.pause"), rows, "pause");
    }
}
