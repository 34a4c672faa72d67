package org.postbag.bot.doctor;

/** One check that was made, and how long it took. */
public record Examined(String name, Finding finding, long tookMillis) {}
