/**
 * What a reader can ask for, one class a command, the same for Telegram and mail. {@link
 * org.postbag.bot.command.Conversation} understands a text and finds the command; an {@link
 * org.postbag.bot.command.Answer} says what to show, and the channels decide how.
 */
@NullMarked
package org.postbag.bot.command;

import org.jspecify.annotations.NullMarked;
