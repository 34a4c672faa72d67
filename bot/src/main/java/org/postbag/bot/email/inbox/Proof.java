package org.postbag.bot.email.inbox;

/** How sure it is that a mail is from whom it says. */
public enum Proof {
    /** Our own mail server found that the domain of its From vouches for it (DMARC, or aligned DKIM or SPF). */
    ALIGNED,
    /** Whoever wrote it has a mail that we sent to this very subscription. */
    REPLIED,
    /** From is only what it says. */
    NONE
}
