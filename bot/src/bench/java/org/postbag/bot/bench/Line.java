package org.postbag.bot.bench;

/** One line of the table. */
public record Line(String what, String measured, String wanted, boolean held) {}
