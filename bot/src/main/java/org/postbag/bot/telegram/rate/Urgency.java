package org.postbag.bot.telegram.rate;

/** Who goes first when the budget is short: a reader who waits for an answer, before what is sent to many. */
public enum Urgency {
    ANSWER,
    BROADCAST
}
