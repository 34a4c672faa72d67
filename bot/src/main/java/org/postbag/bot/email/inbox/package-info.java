/**
 * What readers write: {@link org.postbag.bot.email.inbox.InboxWatch} waits for mails, {@link
 * org.postbag.bot.email.inbox.InboxReader} fetches them, {@link org.postbag.bot.email.inbox.MailParser} reads them, {@link
 * org.postbag.bot.email.inbox.SenderProof} says how sure their sender is, and {@link
 * org.postbag.bot.email.inbox.MailConversation} answers.
 */
@NullMarked
package org.postbag.bot.email.inbox;

import org.jspecify.annotations.NullMarked;
