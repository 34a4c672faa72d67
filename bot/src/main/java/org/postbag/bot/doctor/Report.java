package org.postbag.bot.doctor;

import java.util.List;
import org.postbag.bot.doctor.dns.DnsRecord;

/** Everything that was found, in the order of the checks, and the DNS records that mail from here needs. */
public record Report(List<Examined> checks, List<DnsRecord> dns) {
    public Report {
        checks = List.copyOf(checks);
        dns = List.copyOf(dns);
    }

    /** Whether nothing failed; warnings are allowed. */
    public boolean ok() {
        return checks.stream().noneMatch(check -> check.finding().status() == Status.FAILED);
    }
}
