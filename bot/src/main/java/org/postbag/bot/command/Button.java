package org.postbag.bot.command;

import org.jspecify.annotations.Nullable;

/**
 * Something to press below an answer: it stands for a command typed by hand, opens a page, or is only to be read. Where
 * there are no buttons, as in mail, the words of the answer must do.
 *
 * @param command without a slash, as somebody would type it
 */
public record Button(String label, @Nullable String command, @Nullable String url) {

    public static Button does(String label, String command) {
        return new Button(label, command, null);
    }

    public static Button opens(String label, String url) {
        return new Button(label, null, url);
    }

    public static Button shows(String label) {
        return new Button(label, null, null);
    }
}
