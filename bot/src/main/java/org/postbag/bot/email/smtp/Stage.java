package org.postbag.bot.email.smtp;

/** The steps of a mail, in their order. */
enum Stage {
    MAIL(2),
    RCPT(2),
    DATA(3),
    END(2);

    private final int firstDigit;

    Stage(int firstDigit) {
        this.firstDigit = firstDigit;
    }

    boolean agreed(Reply reply) {
        return reply.code() / 100 == firstDigit;
    }
}
