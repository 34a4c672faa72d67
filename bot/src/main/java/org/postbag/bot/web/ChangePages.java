package org.postbag.bot.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.ChangeConfirmation;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.ChangeRequest;
import org.postbag.digest.web.MessagePage;
import org.postbag.posts.ReaderLanguage;

/**
 * Where somebody agrees to a change that a mail asked for in their name. {@link ChangeConfirmation} makes it; that the
 * visitor has the link from the mail, {@link ReaderPages} has looked at.
 */
public final class ChangePages {
    private final ChangeConfirmation changes;
    private final Visitors visitors;
    private final Says says;

    public ChangePages(ChangeConfirmation changes, Visitors visitors, Says says) {
        this.changes = changes;
        this.visitors = visitors;
        this.says = says;
    }

    /** Changes nothing. */
    void ask(Context context, long request) {
        Optional<ChangeRequest> open = changes.open(request);
        if (open.isEmpty()) {
            over(context, visitors.language(context));
            return;
        }
        ReaderLanguage lang = changes.language(open.get());
        String question = says.say(lang, "web.change", changes.words(open.get(), lang));
        visitors.tell(
                context,
                200,
                lang,
                says.say(lang, "change.subject"),
                List.of(question),
                new MessagePage.Action(context.path(), says.say(lang, "change.button"), Map.of()));
    }

    void make(Context context, long request) {
        Answer answer = changes.confirm(request);
        // Read after the change, which may have been one of language.
        ReaderLanguage lang = changes.find(request).map(changes::language).orElseGet(() -> visitors.language(context));
        if (answer instanceof Answer.Said said) done(context, lang, said.paragraphs());
        else if (answer instanceof Answer.Menu menu) done(context, lang, menu.paragraphs());
        else over(context, lang);
    }

    private void done(Context context, ReaderLanguage lang, List<String> paragraphs) {
        visitors.tell(context, 200, lang, says.say(lang, "web.change.made"), paragraphs, null);
    }

    private void over(Context context, ReaderLanguage lang) {
        visitors.say(context, 404, lang, "web.bad.link.title", "change.over", null);
    }
}
