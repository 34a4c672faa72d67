package org.postbag.bot.command.admin;

/** Tells an operator how something ended that took longer than an answer may. */
public interface Reports {

    /** @param operator the user id, which is the private chat's id too */
    void report(long operator, String text);
}
