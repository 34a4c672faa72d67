package org.postbag.bot.command;

import org.postbag.bot.store.LinkRequest;
import org.postbag.posts.ReaderLanguage;

/** Asks the owner of an inbox whether it shall be a second address of somebody on Telegram; mail implements it. */
public interface LinkMails {

    /**
     * Sends the question to the request's address.
     *
     * @param lang of the asker
     */
    void ask(LinkRequest request, ReaderLanguage lang);
}
