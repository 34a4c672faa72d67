package org.postbag.bot.telegram.rate;

/** Who goes first when messages wait for the same budget; the more urgent ones come first here. */
public enum Urgency {
    /** A reader or administrator has just asked and looks at the screen. */
    ANSWER,
    /** A digest or an announcement: nobody waits for this second. */
    BROADCAST
}
