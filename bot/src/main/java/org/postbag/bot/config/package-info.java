/**
 * The operator's configuration: one YAML file, every key of which may also come from the environment. {@link
 * org.postbag.bot.config.ConfigLoader} is the door; {@link org.postbag.bot.config.Config} is what the rest of the bot
 * sees.
 */
@NullMarked
package org.postbag.bot.config;

import org.jspecify.annotations.NullMarked;
