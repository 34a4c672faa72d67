package org.postbag.bot.doctor;

/**
 * What a check found.
 *
 * @param found what was tried and what came of it, one line
 * @param advice what to do about it; empty when there is nothing to do
 */
public record Finding(Status status, String found, String advice) {}
