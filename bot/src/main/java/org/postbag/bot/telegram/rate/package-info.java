/** Telegram's limits, kept from our side. */
@NullMarked
package org.postbag.bot.telegram.rate;

import org.jspecify.annotations.NullMarked;
