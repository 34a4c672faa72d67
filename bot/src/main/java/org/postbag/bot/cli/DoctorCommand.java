package org.postbag.bot.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.postbag.bot.config.Config;
import org.postbag.bot.doctor.Doctor;
import org.postbag.bot.doctor.Examined;
import org.postbag.bot.doctor.Finding;
import org.postbag.bot.doctor.Report;
import org.postbag.bot.doctor.dns.DnsRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: prints what {@link Doctor} finds. */
@Command(
        name = "doctor",
        description =
                "Tries each outside part (database, Telegram, mail, DNS, sources, disk, clock) and says what to do"
                        + " about each failure.")
final class DoctorCommand implements Callable<Integer> {
    private final Session session;
    private final Function<Config, Doctor> doctors;

    @Option(names = "--json", description = "one JSON document")
    boolean json;

    DoctorCommand(Session session) {
        this(session, config -> new Doctor(config, session.clock()));
    }

    DoctorCommand(Session session, Function<Config, Doctor> doctors) {
        this.session = session;
        this.doctors = doctors;
    }

    /** The document; names as scripts rely on them. */
    record Document(boolean ok, List<Line> checks, List<DnsLine> dns) {}

    /** One check's part of it. */
    record Line(String name, String status, String found, String advice, long tookMillis) {
        static Line of(Examined check) {
            Finding finding = check.finding();
            return new Line(
                    check.name(), finding.status().word(), finding.found(), finding.advice(), check.tookMillis());
        }
    }

    /** One record's; {@code state} is right, different, missing or unknown. */
    record DnsLine(String name, String type, String value, String why, String state) {
        static DnsLine of(DnsRecord record) {
            return new DnsLine(record.name(), record.type(), record.value(), record.why(), word(record.state()));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Report report;
        try (ProgressBar bar = ProgressBar.on(session.err())) {
            report = doctors.apply(session.config()).examine(bar);
        }
        if (json)
            Json.line(
                    session.out(),
                    new Document(
                            report.ok(),
                            report.checks().stream().map(Line::of).toList(),
                            report.dns().stream().map(DnsLine::of).toList()));
        else tell(report);
        return report.ok() ? 0 : Faults.FAILED;
    }

    private void tell(Report report) {
        for (Examined check : report.checks()) {
            Finding finding = check.finding();
            session.print(
                    "%-10s  %s: %s (%d ms)%n",
                    finding.status().mark(), check.name(), finding.found(), check.tookMillis());
            if (!finding.advice().isEmpty()) session.print("%-10s  to do: %s%n", "", finding.advice());
        }
        if (report.dns().isEmpty()) return;
        session.print("%nDNS records to set:%n");
        for (DnsRecord record : report.dns()) {
            session.print("%n; %s%n", note(record));
            boolean place = record.name().contains(" ");
            session.print(
                    "%s%s IN %s %s%n",
                    place ? "; " : "", place ? record.name() : record.name() + ".", record.type(), record.value());
        }
    }

    private static String note(DnsRecord record) {
        return switch (record.state()) {
            case RIGHT -> "is right already: " + record.why();
            case DIFFERENT -> "to change: " + record.why();
            case MISSING -> "to set: " + record.why();
            case UNKNOWN -> "to see to: " + record.why();
        };
    }

    private static String word(DnsRecord.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
