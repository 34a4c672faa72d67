package org.postbag.bot.doctor;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.doctor.dns.DmarcPolicy;
import org.postbag.bot.doctor.dns.Lookups;
import org.postbag.bot.doctor.dns.OrganizationalDomain;

/**
 * Whether the domain that signs and the one that sends belong to the domain of the From line (DMARC, RFC 7489). The
 * envelope's sender has the From line's domain always, so SPF is aligned by itself.
 */
final class AlignmentCheck implements Check {
    private final Sender sender;
    private final Config.@Nullable Dkim dkim;
    private final Lookups lookups;

    AlignmentCheck(Sender sender, Config.@Nullable Dkim dkim, Lookups lookups) {
        this.sender = sender;
        this.dkim = dkim;
        this.lookups = lookups;
    }

    @Override
    public String name() {
        return "alignment";
    }

    @Override
    public void run(Notes notes) {
        String from = sender.domain();
        if (!sender.isPublic()) {
            notes.warn(
                    "the From line's domain " + from + " is none of the public DNS",
                    "set email.from to an address of your own domain before mail goes to others");
            return;
        }
        notes.ok("From and envelope are of " + from);
        if (dkim == null) {
            notes.ok("no DKIM, so only SPF can pass for it");
            return;
        }
        String signing = ascii(dkim.domain());
        if (signing.equals(from)) {
            notes.ok("signed by the same domain");
            return;
        }
        notes.trying("asking for the DMARC policy");
        DmarcPolicy policy = DmarcPolicy.of(lookups, from) instanceof DmarcPolicy.Found.One one ? one.policy() : null;
        boolean related = OrganizationalDomain.aligned(signing, from);
        String advice = "set email.dkim domain to " + from + ", or email.from to an address at " + signing;
        if (related && (policy == null || !policy.strictDkim()))
            notes.ok("signed by " + signing + ", which belongs to " + OrganizationalDomain.of(from) + " too (relaxed)");
        else if (policy != null && !policy.policy().equals("none"))
            notes.fail("signed by " + signing + ", which is not aligned, and DMARC says " + policy.policy(), advice);
        else notes.warn("signed by " + signing + ", which is not aligned with it", advice);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain.toLowerCase(Locale.ROOT);
        }
    }
}
