package org.postbag.bot.doctor;

import org.postbag.bot.doctor.dns.DmarcPolicy;
import org.postbag.bot.doctor.dns.Lookups;

/** Whether the sender's domain has a DMARC policy, which big providers ask of bulk senders. */
final class DmarcCheck implements Check {
    private final String domain;
    private final Lookups lookups;

    DmarcCheck(String domain, Lookups lookups) {
        this.domain = domain;
        this.lookups = lookups;
    }

    @Override
    public String name() {
        return "dmarc";
    }

    @Override
    public void run(Notes notes) {
        notes.trying("asking DNS for _dmarc." + domain);
        DmarcPolicy.Found found = DmarcPolicy.of(lookups, domain);
        if (found instanceof DmarcPolicy.Found.One one)
            notes.ok(one.policy().text() + " at " + one.policy().at());
        else if (found instanceof DmarcPolicy.Found.Several several)
            notes.fail(several.at() + " has several DMARC records, which count as none", "leave one of them");
        else if (found instanceof DmarcPolicy.Found.Unknown unknown)
            notes.skip("DNS could not be asked: " + unknown.problem(), "");
        else
            notes.warn(
                    domain + " has no DMARC record",
                    "set the TXT record _dmarc." + domain + " as under 'DNS records to set'");
    }
}
