package org.postbag.bot.command.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Members;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Change;

/** The language Postbag speaks to the reader; each is offered by its own name. */
final class LanguageMenu extends ChoiceMenu {

    LanguageMenu(Members members) {
        super(members, Map.of("lang", "lang", "language", "lang", "语言", "lang"), "lang");
    }

    @Override
    Optional<Change> read(String value) {
        return ReaderLanguage.of(value).map(Change.none()::withLang);
    }

    @Override
    Answer show(Visit visit) {
        List<Button> buttons = new ArrayList<>();
        for (ReaderLanguage lang : ReaderLanguage.values())
            buttons.add(choice(
                    visit.settings().lang() == lang, members().says().say(lang, "lang.name"), "lang " + lang.word()));
        return menu(visit, say(visit, "menu.lang", say(visit, "lang.name")), rows(buttons, 2), typed());
    }
}
