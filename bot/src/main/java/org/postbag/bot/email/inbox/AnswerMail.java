package org.postbag.bot.email.inbox;

import java.util.List;
import org.postbag.digest.email.EmailBody;
import org.postbag.subscriptions.EmailAddress;

/**
 * A mail that answers another, before it becomes bytes.
 *
 * @param messageId as {@link MailIds} makes it, the same however often it is sent
 * @param subject instead of the body's
 * @param inReplyTo Message-ID of the mail it answers
 * @param references of the thread, oldest first, the answered one last
 */
public record AnswerMail(
        EmailAddress to, String messageId, String subject, EmailBody body, String inReplyTo, List<String> references) {
    public AnswerMail {
        references = List.copyOf(references);
    }
}
