package org.postbag.subscriptions;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An inbox. The name is kept as written but compared without regard to case, as mail servers in practice do; an
 * international host is kept in its ASCII form (RFC 5890), in lower case.
 *
 * @param name the part before the @: an RFC 5322 dot-atom of at most 64 characters
 * @param host the part after it, at most 253 characters
 */
public record EmailAddress(String name, String host) implements Address {

    static final String CHANNEL = "email";
    private static final String EXAMPLE = "email:reader@example.org";
    private static final int NAME_MAX = 64;
    // RFC 5321 4.5.3.1.3 allows a path of 256 characters, its angle brackets included.
    private static final int WHOLE_MAX = 254;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    public EmailAddress {
        String written = "email:" + name + "@" + host;
        if (name.length() > NAME_MAX)
            throw new InvalidAddress(written, "the part before @ is longer than 64 characters", EXAMPLE);
        if (!NAME.matcher(name).matches())
            throw new InvalidAddress(
                    written,
                    "the part before @ may hold unaccented letters, digits and . ! # $ % & ' * + / = ? ^ _ ` { | } ~ -",
                    EXAMPLE);
        host = ascii(written, host);
        if (name.length() + 1 + host.length() > WHOLE_MAX)
            throw new InvalidAddress(written, "it is longer than 254 characters", EXAMPLE);
    }

    static EmailAddress parse(String rest) {
        int at = rest.lastIndexOf('@');
        if (at < 0) throw new InvalidAddress("email:" + rest, "there is no @ in it", EXAMPLE);
        return new EmailAddress(rest.substring(0, at), rest.substring(at + 1));
    }

    private static String ascii(String written, String host) {
        String ascii;
        try {
            ascii = host.length() > WHOLE_MAX ? "" : IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAHost) {
            ascii = "";
        }
        if (!HOST.matcher(ascii).matches())
            throw new InvalidAddress(written, "the part after @ is no host name", EXAMPLE);
        return ascii;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    /** As mail programs write it: {@code reader@example.org}. */
    public String mailbox() {
        return name + "@" + host;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailAddress e && key().equals(e.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return CHANNEL + ":" + mailbox();
    }
}
