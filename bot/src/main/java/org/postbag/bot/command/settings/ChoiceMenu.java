package org.postbag.bot.command.settings;

import java.util.Map;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Members;
import org.postbag.subscriptions.Change;

/** A menu of one setting with some values to choose from, and perhaps a question for all others. */
abstract class ChoiceMenu extends SettingsMenu {
    /** What the button "something else" carries. */
    static final String OTHER = "?";

    private final Map<String, String> words;
    private final String typed;

    /** @param typed the command that sets the same by hand */
    ChoiceMenu(Members members, Map<String, String> words, String typed) {
        super(members);
        this.words = words;
        this.typed = typed;
    }

    @Override
    final Map<String, String> words() {
        return words;
    }

    final String typed() {
        return typed;
    }

    /** The change that a value stands for; empty when it is none. */
    abstract Optional<Change> read(String value);

    abstract Answer show(Visit visit);

    /** Key of the question for a value that no button has; empty where the buttons have all. */
    Optional<String> question() {
        return Optional.empty();
    }

    @Override
    boolean changes(String word, String rest) {
        return read(rest).isPresent();
    }

    @Override
    Answer answer(Visit visit, String word, String rest) {
        if (rest.isEmpty()) return show(visit);
        if (rest.equals(OTHER) && question().isPresent())
            return question(visit, question().get(), typed);
        Optional<Change> change = read(rest);
        return change.isPresent() ? set(visit, change.get(), this::show) : usage(visit, typed);
    }
}
