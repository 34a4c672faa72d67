/** The bot's own state: where polling stands, the installation's secret, lists that numbers refer to, mails answered. */
@NullMarked
package org.postbag.bot.store;

import org.jspecify.annotations.NullMarked;
