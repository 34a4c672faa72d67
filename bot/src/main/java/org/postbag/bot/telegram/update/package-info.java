/**
 * What comes in from Telegram: updates are fetched or pushed, kept, handled in order within a chat, and answered. The
 * calls that go out are {@code telegram}'s.
 */
@NullMarked
package org.postbag.bot.telegram.update;

import org.jspecify.annotations.NullMarked;
