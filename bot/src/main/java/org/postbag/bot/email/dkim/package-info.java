/** Signing mails with DKIM (RFC 6376, RFC 8463): {@link org.postbag.bot.email.dkim.DkimSigner} with the operator's key. */
@NullMarked
package org.postbag.bot.email.dkim;

import org.jspecify.annotations.NullMarked;
