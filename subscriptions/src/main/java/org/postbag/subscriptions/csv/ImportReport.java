package org.postbag.subscriptions.csv;

import java.util.List;

/**
 * What came of an import.
 *
 * @param lines all but the first and empty ones; the sum of the four counts
 * @param unchanged the list says nothing new, the address is suppressed or blocked, or it was on an earlier line
 * @param rejectedLines how many lines could not be used
 * @param rejected the first 10,000 of these
 */
public record ImportReport(
        long lines, long added, long updated, long unchanged, long rejectedLines, List<Rejected> rejected) {

    /**
     * One line that could not be used.
     *
     * @param line from 1, where it begins in the file
     * @param address as written, at most 80 characters; empty when it could not be read
     * @param problem for the person who wrote it
     */
    public record Rejected(long line, String address, String problem) {}
}
