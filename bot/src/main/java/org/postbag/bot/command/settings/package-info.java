/** The menus behind {@code /settings}, one class a menu; every button carries a command that can be typed as well. */
@NullMarked
package org.postbag.bot.command.settings;

import org.jspecify.annotations.NullMarked;
