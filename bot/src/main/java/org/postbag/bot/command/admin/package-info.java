/**
 * What operators can ask for in their private chats, one class a command. What must be said later, or to others, goes
 * through {@link org.postbag.bot.command.admin.Tells} and {@link org.postbag.bot.command.admin.Reports}, which Telegram
 * implements.
 */
@NullMarked
package org.postbag.bot.command.admin;

import org.jspecify.annotations.NullMarked;
