package org.postbag.bot.command.admin;

import java.util.ArrayList;
import java.util.List;
import org.postbag.bot.command.Says;
import org.postbag.bot.config.Values;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.SourceReport;

/** What a pass over sources came to, in words: the sum, and a line for each source that has something to tell. */
final class PassReport {
    private static final int PROBLEMS = 3;
    private static final int LINES = 40;
    private static final int LONGEST_LINE = 300;

    private final Says says;

    PassReport(Says says) {
        this.says = says;
    }

    String of(ReaderLanguage lang, List<SourceReport> reports) {
        int added = reports.stream().mapToInt(SourceReport::added).sum();
        int updated = reports.stream().mapToInt(SourceReport::updated).sum();
        int failed = reports.stream().mapToInt(SourceReport::failed).sum();
        List<String> lines = new ArrayList<>();
        for (SourceReport report : reports) lines(lang, report, reports.size() == 1, lines);
        if (lines.size() > LINES) {
            int more = lines.size() - LINES;
            lines = new ArrayList<>(lines.subList(0, LINES));
            lines.add(says.say(lang, "run.more", more));
        }
        String sum = says.say(lang, "run.done", reports.size(), added, updated, failed);
        return lines.isEmpty() ? sum : sum + "\n\n" + String.join("\n", lines);
    }

    private void lines(ReaderLanguage lang, SourceReport report, boolean alone, List<String> lines) {
        String failure = report.failure();
        if (failure != null) {
            lines.add(says.say(lang, "run.failed", report.id(), line(failure)));
            return;
        }
        if (!alone && report.added() + report.updated() + report.failed() > 0)
            lines.add(says.say(lang, "run.source", report.id(), report.added(), report.updated(), report.failed()));
        report.errors().stream()
                .limit(PROBLEMS)
                .forEach(problem -> lines.add("   " + line(problem.where() + ": " + problem.problem())));
    }

    /** Others wrote it, so it is bounded, and shows no password. */
    static String line(String text) {
        String one = Values.masked(text).replaceAll("\\s+", " ").strip();
        return one.codePointCount(0, one.length()) <= LONGEST_LINE
                ? one
                : one.substring(0, one.offsetByCodePoints(0, LONGEST_LINE)) + "…";
    }
}
