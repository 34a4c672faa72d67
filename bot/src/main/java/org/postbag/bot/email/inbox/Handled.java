package org.postbag.bot.email.inbox;

import java.util.List;

/** What came of a mail. */
public sealed interface Handled {

    /** It needs no more attention: answered, or not to be answered. */
    record Done() implements Handled {}

    /**
     * The answer could not be mailed for now; nothing of it has left.
     *
     * @param problem what the server said, without addresses
     */
    record Later(Reply reply, String problem) implements Handled {}

    /**
     * An answer that is ready to leave.
     *
     * @param asked Message-ID of the mail it answers
     * @param mails the answer itself, then what follows it; not empty
     * @param noted whether the answered mail was noted already, because its command wrote mails of its own
     */
    record Reply(String asked, List<AnswerMail> mails, boolean noted) {
        public Reply {
            mails = List.copyOf(mails);
        }
    }
}
