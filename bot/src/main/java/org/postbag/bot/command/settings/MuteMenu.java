package org.postbag.bot.command.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Paging;
import org.postbag.bot.command.WordLists;
import org.postbag.subscriptions.Change;

/** The words and tags whose posts are left out, each with a button that lets them through again. */
final class MuteMenu extends SettingsMenu {
    private static final int PAGE = 16;

    MuteMenu(Members members) {
        super(members);
    }

    @Override
    Map<String, String> words() {
        return Map.of("mute", "mute", "屏蔽", "mute", "屏蔽词", "mute", "unmute", "unmute", "取消屏蔽", "unmute");
    }

    @Override
    boolean changes(String word, String rest) {
        String typed = Paging.of(rest).rest();
        return !typed.isEmpty() && !typed.equals(ChoiceMenu.OTHER);
    }

    @Override
    Answer answer(Visit visit, String word, String rest) {
        Paging paging = Paging.of(rest);
        if (paging.rest().equals(ChoiceMenu.OTHER)) return question(visit, "menu.mute.ask", "mute");
        if (!changes(word, rest)) return show(visit, paging);
        Set<String> mute = new LinkedHashSet<>(visit.settings().selection().mute());
        WordLists.remove(mute, paging.rest());
        if (word.equals("mute")) mute.add(paging.rest());
        Optional<Change> change = WordLists.mute(mute);
        if (change.isEmpty()) return members().says().said(visit.request(), "words.limit");
        return set(visit, change.get(), after -> show(after, paging));
    }

    private Answer show(Visit visit, Paging paging) {
        List<String> muted = List.copyOf(visit.settings().selection().mute());
        int pages = Paging.pages(muted.size(), PAGE);
        int page = paging.within(pages);
        List<Button> words = new ArrayList<>();
        for (String word : Paging.slice(muted, page, PAGE))
            words.add(choice(false, "✕ " + word, "unmute " + word + " p" + page));
        List<List<Button>> rows = new ArrayList<>(rows(words, 2));
        rows.addAll(Paging.row("settings mute", page, pages));
        rows.add(List.of(choice(false, say(visit, "button.mute.add"), "mute " + ChoiceMenu.OTHER)));
        String is = say(
                visit,
                "settings.mute",
                members().settings().words(visit.settings().selection().mute(), visit.lang(), "settings.none"));
        return menu(visit, explained(visit, is, "menu.mute"), rows, "mute");
    }
}
