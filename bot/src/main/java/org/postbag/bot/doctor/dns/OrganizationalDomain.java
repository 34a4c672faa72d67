package org.postbag.bot.doctor.dns;

import crawlercommons.domains.EffectiveTldFinder;
import org.jspecify.annotations.Nullable;

/** The part of a domain that somebody registered, by the public suffix list (RFC 7489, 3.2). */
public final class OrganizationalDomain {
    private OrganizationalDomain() {}

    /** Of {@code news.example.co.uk} it is {@code example.co.uk}; a public suffix is its own. */
    public static String of(String domain) {
        @Nullable String assigned = EffectiveTldFinder.getAssignedDomain(domain, true, false);
        return assigned == null ? domain : assigned;
    }

    /** Relaxed alignment (RFC 7489, 3.1). */
    public static boolean aligned(String one, String other) {
        return of(one).equalsIgnoreCase(of(other));
    }
}
