/** Telegram messages in HTML mode, within the limits of the Bot API. */
@NullMarked
package org.postbag.digest.telegram;

import org.jspecify.annotations.NullMarked;
