package org.postbag.bot.email;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.EmailAddress;

/**
 * What Postbag looks at of a mail it received; {@link MailParser} makes it.
 *
 * @param from the sender's address; null when there is none that could be answered
 * @param automatic whether a machine wrote it: such mails are never answered (RFC 3834)
 * @param command the first unquoted line that says something
 * @param references Message-IDs of the thread, oldest first
 * @param inReplyTo Message-ID of the mail it answers
 */
record IncomingMail(
        String messageId,
        @Nullable EmailAddress from,
        boolean automatic,
        String subject,
        String command,
        List<String> references,
        @Nullable String inReplyTo) {}
