/** Time: Quartz beats, a few fixed jobs that never run twice at once; what is due stands in the database. */
@NullMarked
package org.postbag.bot.schedule;

import org.jspecify.annotations.NullMarked;
