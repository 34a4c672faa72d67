package org.postbag.bot.command;

import java.util.Optional;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Change;

/** {@code /lang zh}: the language Postbag speaks to the reader. */
public final class LangCommand implements Command {
    private final Members members;

    public LangCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "lang";
    }

    @Override
    public String chinese() {
        return "语言";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        Optional<ReaderLanguage> lang = ReaderLanguage.of(request.args());
        if (lang.isEmpty()) return members.usage(request, this);
        return members.change(request, Change.none().withLang(lang.get()), "lang.done");
    }
}
