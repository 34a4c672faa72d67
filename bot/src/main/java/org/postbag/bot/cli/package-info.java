/** The command line: one class a command, results on stdout, messages on stderr, exit codes 0, 1 and 2. */
@NullMarked
package org.postbag.bot.cli;

import org.jspecify.annotations.NullMarked;
