package org.postbag.bot.command;

import java.util.List;
import java.util.Optional;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Change;

/** {@code /lang zh}: the language Postbag speaks to the reader. */
public final class LangCommand implements Command {
    private static final List<String> KNOWN = List.of("zh", "en", "chinese", "english", "中文", "英文");

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
        if (lang.isEmpty()) return members.usage(request, this, request.args(), KNOWN);
        return members.change(request, Change.none().withLang(lang.get()), "lang.done");
    }
}
