package org.postbag.bot.doctor;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The address that mails come from.
 *
 * @param local what stands before the @
 * @param domain in lower case, as DNS has it (RFC 5891)
 */
record Sender(String local, String domain) {
    /** RFC 6761, RFC 6762 and RFC 8375: names that the public DNS does not have. */
    private static final Set<String> PRIVATE =
            Set.of("localhost", "test", "invalid", "example", "local", "internal", "home", "lan", "arpa");

    /** Empty when {@code email.from} is no address with a domain. */
    static Optional<Sender> of(String from) {
        try {
            String address = new InternetAddress(from).getAddress();
            int at = address.lastIndexOf('@');
            if (at < 1 || at == address.length() - 1) return Optional.empty();
            String domain = IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT);
            return Optional.of(new Sender(address.substring(0, at), domain));
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String address() {
        return local + "@" + domain;
    }

    /** An envelope sender of the form that bounces come back to (VERP). */
    String forBounces() {
        return local + "+b.0.test@" + domain;
    }

    /** Whether the public DNS can know the domain. */
    boolean isPublic() {
        int dot = domain.lastIndexOf('.');
        return dot > 0 && !domain.startsWith("[") && !PRIVATE.contains(domain.substring(dot + 1));
    }
}
