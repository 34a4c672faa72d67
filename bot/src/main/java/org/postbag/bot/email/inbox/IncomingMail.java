package org.postbag.bot.email.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.EmailAddress;

/**
 * What Postbag looks at of a mail it received; {@link MailParser} makes it.
 *
 * @param messageId in angle brackets; made from the mail's bytes where it has none
 * @param from the sender's address as the mail says; null when there is none that could be answered
 * @param automatic whether a machine wrote it: such mails are never answered (RFC 3834)
 * @param subject decoded, one line, at most 500 characters
 * @param lines the first unquoted lines that say something, at most {@link UnquotedText#LINES}
 * @param references Message-IDs of the thread, oldest first
 * @param inReplyTo Message-ID of the mail it answers
 * @param authentication the values of its Authentication-Results headers, topmost first
 */
public record IncomingMail(
        String messageId,
        @Nullable EmailAddress from,
        boolean automatic,
        String subject,
        List<String> lines,
        List<String> references,
        @Nullable String inReplyTo,
        List<String> authentication) {

    public IncomingMail {
        lines = List.copyOf(lines);
        references = List.copyOf(references);
        authentication = List.copyOf(authentication);
    }
}
