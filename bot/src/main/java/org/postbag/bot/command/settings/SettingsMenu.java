package org.postbag.bot.command.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Members;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Result;

/**
 * One menu of the settings. Buttons name the state they lead to, never "the other one", for a press may be carried out
 * twice. {@link SettingsCommand} finds the menu that is meant.
 */
abstract class SettingsMenu {
    private final Members members;

    SettingsMenu(Members members) {
        this.members = members;
    }

    /** The words that lead here, in either language, each with the one that buttons carry. */
    abstract Map<String, String> words();

    /** Whether it changes something with such arguments. */
    abstract boolean changes(String word, String rest);

    /**
     * @param word as buttons carry it
     * @param rest what follows it
     */
    abstract Answer answer(Visit visit, String word, String rest);

    final Members members() {
        return members;
    }

    final String say(Visit visit, String key, Object... args) {
        return members.says().say(visit.request(), key, args);
    }

    /** What is so now, and below it what the buttons do, where there are any. */
    final String explained(Visit visit, String now, String key) {
        return visit.byMail() ? now : now + "\n" + say(visit, key);
    }

    /** A button within the settings; a check mark tells what is so now. */
    static Button choice(boolean chosen, String label, String command) {
        return Button.does(chosen ? "✓ " + label : label, "settings " + command);
    }

    static List<List<Button>> rows(List<Button> buttons, int columns) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += columns)
            rows.add(buttons.subList(i, Math.min(buttons.size(), i + columns)));
        return rows;
    }

    /**
     * What is so now, when the next digest comes, the buttons, and the way back.
     *
     * @param typed the command that does the same by hand; told where there are no buttons
     */
    final Answer menu(Visit visit, String text, List<List<Button>> rows, String typed) {
        List<String> paragraphs =
                new ArrayList<>(List.of(text, members.settings().next(visit.subscription())));
        if (visit.byMail()) paragraphs.add(say(visit, "usage", say(visit, "usage." + typed)));
        List<List<Button>> all = new ArrayList<>(rows);
        all.add(List.of(Button.does(say(visit, "button.back"), "settings")));
        return new Answer.Menu(paragraphs, all);
    }

    /** Asks for what no button has; the reply is given to {@code command}. */
    final Answer question(Visit visit, String key, String command) {
        return visit.byMail() ? usage(visit, command) : new Answer.Question(say(visit, key), command);
    }

    final Answer usage(Visit visit, String command) {
        return members.says().said(visit.request(), "usage", say(visit, "usage." + command));
    }

    final Answer set(Visit visit, Change change, Function<Visit, Answer> then) {
        return done(visit, members.subscriptions().set(visit.request().address(), change), then);
    }

    final Answer done(Visit visit, Result result, Function<Visit, Answer> then) {
        if (result instanceof Result.Refused refused) return members.refused(visit.request(), refused);
        return then.apply(visit.after(((Result.Done) result).after()));
    }
}
