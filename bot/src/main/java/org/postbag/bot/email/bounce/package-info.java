/**
 * Mails that come back: {@link org.postbag.bot.email.bounce.BounceReports} reads what mail systems say about a mail that
 * was not delivered or not wanted, {@link org.postbag.bot.email.bounce.VerpAddress} and {@link
 * org.postbag.bot.email.bounce.SignedMessageIds} prove that it was one of ours, and {@link
 * org.postbag.bot.email.bounce.BounceDesk} tells the subscription.
 */
@NullMarked
package org.postbag.bot.email.bounce;

import org.jspecify.annotations.NullMarked;
