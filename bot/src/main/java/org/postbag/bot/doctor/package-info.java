/**
 * {@code doctor}: {@link org.postbag.bot.doctor.Doctor} tries each outside part, one {@link
 * org.postbag.bot.doctor.Check} a part, and says what to do about each failure. What it knows of DNS is in {@code dns}.
 */
@NullMarked
package org.postbag.bot.doctor;

import org.jspecify.annotations.NullMarked;
