/**
 * DNS as mail needs it: {@link org.postbag.bot.doctor.dns.Lookups} asks, {@link org.postbag.bot.doctor.dns.SpfEvaluation}
 * judges, {@link org.postbag.bot.doctor.dns.WantedRecords} says what ought to be there.
 */
@NullMarked
package org.postbag.bot.doctor.dns;

import org.jspecify.annotations.NullMarked;
