/**
 * Telegram's limits, kept from our side (Bot FAQ, "My bot is hitting limits"; Bot API, {@code retry_after}). {@link
 * org.postbag.bot.telegram.rate.RateGate} is the door: it makes threads wait. The rules themselves are arithmetic on
 * nanoseconds and never block: {@link org.postbag.bot.telegram.rate.ChatLimits} for one chat, {@link
 * org.postbag.bot.telegram.rate.GlobalLimits} for all of them, both built on {@link
 * org.postbag.bot.telegram.rate.AnsweredWindow}. A {@link org.postbag.bot.telegram.rate.Pace} spaces messages evenly,
 * for one process or for all that share a database.
 */
@NullMarked
package org.postbag.bot.telegram.rate;

import org.jspecify.annotations.NullMarked;
