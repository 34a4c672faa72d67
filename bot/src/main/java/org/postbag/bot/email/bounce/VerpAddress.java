package org.postbag.bot.email.bounce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes and reads the envelope sender by which a returned mail tells whose it was: {@code
 * news+b.SUBSCRIPTION.SIGNATURE@example.org} (variable envelope return path; the part behind {@code +} is subaddressing,
 * RFC 5233). The signature is compared without regard to case, since mail systems change it.
 */
public final class VerpAddress {
    private static final int LETTERS = 12;
    /** RFC 5321, section 4.5.3.1.1. */
    private static final int LOCAL_PART_OCTETS = 64;

    private static final int MOST_TRIES = 50;
    // Other marks than + are what qmail, SRS and gateways turn it into; the signature is the proof, not the form.
    private static final Pattern MARK = Pattern.compile(
            "[+=_-]b\\.([1-9][0-9]{0,18})\\.([a-z0-9_-]{" + LETTERS + "})(?![a-z0-9_-])", Pattern.CASE_INSENSITIVE);

    private final String address;
    private final UnaryOperator<String> name;

    /**
     * @param address the plain one mails come from, such as {@code news@example.org}
     * @param name gives for any text a name that only this installation can make, at least 12 letters, digits, {@code -}
     *     or {@code _}
     */
    public VerpAddress(String address, UnaryOperator<String> name) {
        if (address.lastIndexOf('@') < 1)
            throw new IllegalArgumentException(
                    "an envelope sender cannot be made of '" + address + "'; check email.from");
        this.address = address;
        this.name = name;
    }

    /**
     * The envelope sender of mails to a subscription. Where the local part would be longer than 64 octets it is the plain
     * address: its returned mails are then known by their Message-ID alone.
     */
    public String make(long subscription) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at) + "+b." + subscription + "." + signature(subscription);
        return local.getBytes(StandardCharsets.UTF_8).length > LOCAL_PART_OCTETS
                ? address
                : local + address.substring(at);
    }

    /**
     * The subscription of the first rightly signed envelope sender in a text: an address, a header's value with comments
     * and several addresses, or one that a forwarder has wrapped into its own (SRS, BATV).
     */
    public OptionalLong read(String text) {
        Matcher mark = MARK.matcher(text);
        for (int tries = 0; tries < MOST_TRIES && mark.find(); tries++) {
            long subscription;
            try {
                subscription = Long.parseLong(mark.group(1));
            } catch (NumberFormatException e) {
                continue; // above the largest id there can be
            }
            if (same(signature(subscription), mark.group(2).toLowerCase(Locale.ROOT)))
                return OptionalLong.of(subscription);
        }
        return OptionalLong.empty();
    }

    private String signature(long subscription) {
        return name.apply("bounce " + subscription).substring(0, LETTERS).toLowerCase(Locale.ROOT);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
