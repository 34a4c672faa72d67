package org.postbag.bot.doctor;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.postbag.bot.doctor.dns.Answer;
import org.postbag.bot.doctor.dns.Lookups;
import org.postbag.bot.doctor.dns.SendingAddresses;
import org.postbag.bot.doctor.dns.SpfEvaluation;
import org.postbag.bot.doctor.dns.SpfEvaluation.Verdict;
import org.xbill.DNS.Type;

/** Whether the sender's domain lets the configured mail servers send for it (SPF, RFC 7208). */
final class SpfCheck implements Check {
    private final String domain;
    private final List<String> servers;
    private final boolean signed;
    private final Lookups lookups;

    /** @param signed whether DKIM vouches for mails too */
    SpfCheck(String domain, List<String> servers, boolean signed, Lookups lookups) {
        this.domain = domain;
        this.servers = servers;
        this.signed = signed;
        this.lookups = lookups;
    }

    @Override
    public String name() {
        return "spf";
    }

    @Override
    public void run(Notes notes) {
        notes.trying("asking DNS for " + domain);
        Answer answer = lookups.ask(domain, Type.TXT);
        List<String> records = SpfEvaluation.records(answer);
        String set = "set the TXT record " + domain + " as under 'DNS records to set'";
        if (answer instanceof Answer.Unknown unknown) notes.skip("DNS could not be asked: " + unknown.problem(), "");
        else if (records.size() > 1)
            notes.fail(
                    domain + " has " + records.size() + " SPF records, which counts as a broken one",
                    "leave one of them");
        else if (records.isEmpty() && signed) notes.warn(domain + " has no SPF record", set);
        else if (records.isEmpty())
            notes.fail(domain + " has no SPF record, and mails are not signed: many providers refuse them", set);
        else judge(notes, records.get(0), set);
    }

    private void judge(Notes notes, String record, String set) {
        notes.trying("working out " + record);
        List<InetAddress> addresses = SendingAddresses.of(lookups, servers);
        if (addresses.isEmpty()) {
            notes.ok(record
                    + "; whether it covers this sender could not be told: the mail server's public address is not"
                    + " known from here");
            return;
        }
        for (InetAddress address : addresses) {
            Verdict verdict = SpfEvaluation.of(lookups, domain, address);
            String what =
                    record + " says " + verdict.name().toLowerCase(Locale.ROOT) + " for " + address.getHostAddress();
            switch (verdict) {
                case PASS -> notes.ok(what);
                case UNTOLD, TEMPERROR ->
                    notes.ok(record + "; whether it covers " + address.getHostAddress() + " could not be told");
                case PERMERROR ->
                    notes.fail(
                            what + ": the record has a mistake, or asks for more than 10 lookups",
                            "correct the SPF record of " + domain);
                default -> notes.warn(what, set + "; if a relay hands the mail on, its provider says what to include");
            }
        }
    }
}
