package org.postbag.bot.command;

import org.postbag.digest.Wordings;
import org.postbag.posts.ReaderLanguage;

/** The bot's own sentences in the asker's language, from {@code conversation_zh.properties} and {@code conversation_en.properties}. */
public final class Says {
    private final Wordings wordings;

    public Says(Wordings wordings) {
        this.wordings = wordings;
    }

    public String say(ReaderLanguage lang, String key, Object... args) {
        return wordings.in(lang).say(key, args);
    }

    public String say(Request request, String key, Object... args) {
        return say(request.lang(), key, args);
    }

    /** One sentence as a whole answer. */
    public Answer said(Request request, String key, Object... args) {
        return Answer.said(say(request, key, args));
    }
}
