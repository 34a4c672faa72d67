package org.postbag.bot.doctor.dns;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Type;

/**
 * What the owner of a domain asks receivers to do with unaligned mail (RFC 7489, 6.3).
 *
 * @param at the name it stands at
 * @param text the record
 * @param policy none, quarantine or reject; what else stands there counts as none
 * @param strictDkim whether the signing domain must be the very one of the From line
 */
public record DmarcPolicy(String at, String text, String policy, boolean strictDkim) {
    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    /** What came of looking for it. */
    public sealed interface Found {
        record One(DmarcPolicy policy) implements Found {}

        record None() implements Found {}

        /** More than one record at a name, which counts as none. */
        record Several(String at) implements Found {}

        record Unknown(String problem) implements Found {}
    }

    /** At the domain, else at its organizational domain (RFC 7489, 6.6.3). */
    public static Found of(Lookups lookups, String domain) {
        Found own = at(lookups, domain, false);
        String organization = OrganizationalDomain.of(domain);
        return own instanceof Found.None && !organization.equals(domain) ? at(lookups, organization, true) : own;
    }

    private static Found at(Lookups lookups, String domain, boolean inherited) {
        String name = "_dmarc." + domain;
        Answer answer = lookups.ask(name, Type.TXT);
        if (answer instanceof Answer.Unknown unknown) return new Found.Unknown(unknown.problem());
        List<String> records = answer.texts().stream()
                .filter(text -> text.matches("(?s)v\\s*=\\s*DMARC1\\s*(;.*)?"))
                .toList();
        if (records.isEmpty()) return new Found.None();
        if (records.size() > 1) return new Found.Several(name);
        Map<String, String> tags = TagList.parse(records.get(0));
        String policy = Optional.ofNullable(inherited ? tags.get("sp") : null)
                .or(() -> Optional.ofNullable(tags.get("p")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(POLICIES::contains)
                .orElse("none");
        return new Found.One(new DmarcPolicy(name, records.get(0), policy, "s".equals(tags.get("adkim"))));
    }
}
