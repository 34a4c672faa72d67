package org.postbag.bot.email.smtp;

/** How the dialogue about one mail ended; {@link Verdict} says what that means for its delivery. */
sealed interface Answer {

    /** At which step it ended. */
    Stage at();

    /** The server said yes to the whole mail, or no at some step. */
    record Said(Stage at, Reply reply) implements Answer {}

    /**
     * The connection broke, or what came was no SMTP.
     *
     * @param complete whether the mail's last line may have left
     */
    record Broken(Stage at, boolean complete, String how) implements Answer {}

    /** Nothing can have happened to the mail, and a connection that the server closed while it rested explains it. */
    default boolean stale() {
        return at() == Stage.MAIL
                && (this instanceof Broken
                        || (this instanceof Said said && said.reply().closing()));
    }

    /** Another sender may be taken: it was refused as such, or later by servers that look at it with the recipient. */
    default boolean blamesSender() {
        if (!(this instanceof Said said) || !said.reply().permanent()) return false;
        Reply reply = said.reply();
        if (at() == Stage.MAIL) return !Verdict.tooBig(reply);
        return at() == Stage.RCPT
                && (Verdict.SENDER_STATUS.contains(reply.status())
                        || (reply.code() == 553 && reply.status().equals("5.7.1")));
    }
}
