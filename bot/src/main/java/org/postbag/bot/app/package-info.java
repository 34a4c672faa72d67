/**
 * The program put together and running: {@link org.postbag.bot.app.Application} wires everything top to bottom, {@link
 * org.postbag.bot.app.Service} runs it until it is told to stop. The command line starts both.
 */
@NullMarked
package org.postbag.bot.app;

import org.jspecify.annotations.NullMarked;
