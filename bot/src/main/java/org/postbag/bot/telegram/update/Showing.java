package org.postbag.bot.telegram.update;

import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.TelegramAddress;

/**
 * Where an answer is shown.
 *
 * @param chat or topic, in which it was asked
 * @param edits the message that a menu takes the place of; null for a new one
 * @param answers the message that is answered, where others talk as well; null elsewhere
 */
record Showing(OnceApi api, TelegramAddress chat, @Nullable Integer edits, @Nullable Integer answers) {}
