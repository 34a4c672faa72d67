package org.postbag.bot.email.smtp;

/** How a {@link MailSink} behaves; called by several threads. */
@FunctionalInterface
interface Behaviour {
    Behaviour GOOD = (moment, connection, argument) -> new Act.Agree();

    /**
     * @param connection counted from 1
     * @param argument the command's address, or empty
     */
    Act at(Moment moment, int connection, String argument);
}
