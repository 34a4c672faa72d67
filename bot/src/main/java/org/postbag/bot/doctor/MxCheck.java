package org.postbag.bot.doctor;

import java.util.List;
import org.postbag.bot.doctor.dns.Answer;
import org.postbag.bot.doctor.dns.Lookups;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Whether bounces and answers find a way to the sender's domain (RFC 5321, 5.1). */
final class MxCheck implements Check {
    private final String domain;
    private final Lookups lookups;

    MxCheck(String domain, Lookups lookups) {
        this.domain = domain;
        this.lookups = lookups;
    }

    @Override
    public String name() {
        return "mx";
    }

    @Override
    public void run(Notes notes) {
        notes.trying("asking DNS for the MX of " + domain);
        Answer answer = lookups.ask(domain, Type.MX);
        if (answer instanceof Answer.Unknown unknown) {
            notes.skip("DNS could not be asked: " + unknown.problem(), "");
            return;
        }
        List<Name> targets = answer.records().stream()
                .filter(MXRecord.class::isInstance)
                .map(record -> ((MXRecord) record).getTarget())
                .toList();
        if (targets.isEmpty()) implicit(notes);
        else if (targets.stream().allMatch(Name.root::equals))
            notes.fail(
                    domain + " says that it takes no mail (RFC 7505), so bounces and answers are lost",
                    "set an MX record for " + domain + ", or send from a domain that takes mail");
        else targets(notes, targets);
    }

    private void implicit(Notes notes) {
        String set = "set the MX record of " + domain + " as under 'DNS records to set'";
        if (lookups.addresses(domain).isEmpty())
            notes.fail(
                    domain + " has neither MX nor address: bounces and answers are lost, and many refuse its mail",
                    set);
        else notes.warn(domain + " has no MX; mail for it goes to its own address", set);
    }

    private void targets(Notes notes, List<Name> targets) {
        List<String> hosts = targets.stream().map(name -> name.toString(true)).toList();
        if (hosts.stream().anyMatch(host -> !lookups.addresses(host).isEmpty()))
            notes.ok("mail for " + domain + " goes to " + String.join(", ", hosts));
        else if (hosts.stream().anyMatch(host -> lookups.ask(host, Type.A) instanceof Answer.Unknown))
            notes.skip("the addresses of " + String.join(", ", hosts) + " could not be asked for", "");
        else
            notes.fail(
                    "mail for " + domain + " goes to " + String.join(", ", hosts) + ", which has no address",
                    "set the address of that host in DNS, or correct the MX record");
    }
}
