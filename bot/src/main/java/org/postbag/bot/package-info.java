/**
 * The program: {@link org.postbag.bot.Main} starts it, {@link org.postbag.bot.Application} wires everything top to
 * bottom, {@link org.postbag.bot.Service} runs it until it is told to stop.
 */
@NullMarked
package org.postbag.bot;

import org.jspecify.annotations.NullMarked;
