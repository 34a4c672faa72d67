/**
 * Mail: {@link org.postbag.bot.email.EmailChannel} carries digests through a {@link
 * org.postbag.bot.email.MailTransport}, {@link org.postbag.bot.email.InboxReader} fetches what readers write and {@link
 * org.postbag.bot.email.MailConversation} answers it.
 */
@NullMarked
package org.postbag.bot.email;

import org.jspecify.annotations.NullMarked;
