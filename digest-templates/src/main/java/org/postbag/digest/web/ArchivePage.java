package org.postbag.digest.web;

import java.time.LocalDate;
import java.util.List;

/** The days that have a digest, newest first. */
public record ArchivePage(List<Day> days, Pager pager) {
    public ArchivePage {
        days = List.copyOf(days);
    }

    /** One day and how many posts it has. */
    public record Day(LocalDate date, long posts) {}
}
