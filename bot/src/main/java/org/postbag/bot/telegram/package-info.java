/**
 * Telegram: {@link org.postbag.bot.telegram.TelegramApi} speaks to its servers or writes the outbox, {@link
 * org.postbag.bot.telegram.TelegramChannel} carries digests, {@link org.postbag.bot.telegram.UpdatePoller} and {@link
 * org.postbag.bot.telegram.UpdateHandler} hear readers.
 */
@NullMarked
package org.postbag.bot.telegram;

import org.jspecify.annotations.NullMarked;
