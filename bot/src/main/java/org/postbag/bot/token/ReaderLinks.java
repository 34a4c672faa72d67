package org.postbag.bot.token;

import org.postbag.bot.token.Tokens.Purpose;

/** The addresses of a reader's own pages. */
public final class ReaderLinks {
    private final String base;
    private final Tokens tokens;

    /**
     * @param base where readers reach the web pages, without a slash at the end
     */
    public ReaderLinks(String base, Tokens tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    public String base() {
        return base;
    }

    public String confirm(long subscription) {
        return base + "/confirm/" + tokens.make(Purpose.CONFIRM, subscription);
    }

    /** Where the owner of an inbox agrees to a request to link it. */
    public String link(long request) {
        return base + "/confirm/" + tokens.make(Purpose.LINK, request);
    }

    /** Where the owner of an inbox agrees to a change that was asked for in its name. */
    public String change(long request) {
        return base + "/confirm/" + tokens.make(Purpose.CHANGE, request);
    }

    public String preferences(long subscription) {
        return base + "/preferences/" + tokens.make(Purpose.PREFERENCES, subscription);
    }

    public String unsubscribe(long subscription) {
        return base + "/unsubscribe/" + tokens.make(Purpose.UNSUBSCRIBE, subscription);
    }
}
