package org.postbag.bot.email.inbox;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postbag.bot.email.inbox.AuthenticationResults.Result;
import org.postbag.subscriptions.EmailAddress;

/**
 * Says whether the domain of a From vouches for a mail, by what our own mail server wrote on top of it. Of the
 * Authentication-Results only the topmost counts, and only from a server that is trusted: any further down may have come
 * with the mail (RFC 8601, 7.1).
 */
public final class Alignment {
    private final Set<String> trusted;

    /**
     * @param trusted authserv-ids of the mail servers in front of the mailbox, in any case; with a dot in front, the
     *     domain's subdomains
     */
    public Alignment(Set<String> trusted) {
        Set<String> lower = new HashSet<>();
        for (String id : trusted) lower.add(id.toLowerCase(Locale.ROOT));
        this.trusted = Set.copyOf(lower);
    }

    /**
     * What is trusted where nothing is configured: the IMAP server's name, and the sender domain with its subdomains. A
     * name that anybody's server has, such as {@code localhost} or a number, is not.
     */
    public static Set<String> usual(String imapHost, String from) {
        String domain = from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        Set<String> ids = new HashSet<>(Set.of(domain, "." + domain));
        String host = imapHost.toLowerCase(Locale.ROOT);
        if (host.matches("(?:[a-z0-9-]+\\.)+[a-z][a-z0-9-]*")) ids.add(host);
        return Set.copyOf(ids);
    }

    /** @param headers the values of Authentication-Results, topmost first */
    boolean isAligned(List<String> headers, EmailAddress from) {
        if (headers.isEmpty()) return false;
        Optional<AuthenticationResults> top = AuthenticationResults.parse(headers.get(0));
        if (top.isEmpty() || !isTrusted(top.get().server())) return false;
        String domain = from.host();
        return top.get().results().stream().anyMatch(result -> vouches(result, domain));
    }

    private boolean isTrusted(String server) {
        if (trusted.contains(server)) return true;
        for (int dot = server.indexOf('.'); dot >= 0; dot = server.indexOf('.', dot + 1))
            if (trusted.contains(server.substring(dot))) return true;
        return false;
    }

    private static boolean vouches(Result result, String from) {
        if (!result.isPassed()) return false;
        return switch (result.method()) {
            case "dmarc" -> domain(result.property("header.from")).equals(from);
            case "dkim" ->
                isAligned(
                        domain(
                                result.property("header.d").isEmpty()
                                        ? result.property("header.i")
                                        : result.property("header.d")),
                        from);
            case "spf" -> isAligned(domain(result.property("smtp.mailfrom")), from);
            default -> false;
        };
    }

    private static String domain(String value) {
        return value.substring(value.lastIndexOf('@') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.$", "");
    }

    /** The same domain, or one above it that still belongs to whoever registered it. */
    private static boolean isAligned(String signed, String from) {
        if (signed.isEmpty()) return false;
        if (signed.equals(from)) return true;
        if (!from.endsWith("." + signed)) return false;
        String registered = EffectiveTldFinder.getAssignedDomain(from, true);
        return registered != null && (signed.equals(registered) || signed.endsWith("." + registered));
    }
}
