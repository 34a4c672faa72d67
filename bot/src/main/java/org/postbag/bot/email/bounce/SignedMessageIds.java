package org.postbag.bot.email.bounce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads whose mail it was out of its Message-ID: {@code <digest.DELIVERY.SIGNATURE@domain>} and {@code
 * <confirm.SUBSCRIPTION.SIGNATURE@domain>}. The signature proves that whoever shows one has seen the mail; an id without
 * it says nothing.
 */
public final class SignedMessageIds {
    // Some systems show an id without its brackets, or with its @ as a character reference.
    private static final Pattern OURS = Pattern.compile(
            "(?<![A-Za-z0-9.])(digest|confirm)\\.([1-9][0-9]{0,18})\\.([A-Za-z0-9_-]{8,64})(?=@|&#64;|%40)");
    private static final int MOST_IDS = 20;

    private final UnaryOperator<String> name;
    private final LongFunction<OptionalLong> subscriptionOfDelivery;

    /**
     * @param name the installation's signature, as in {@link VerpAddress}: of {@code digest 9} or {@code confirm 7}
     * @param subscriptionOfDelivery empty when there is no such delivery any more
     */
    public SignedMessageIds(UnaryOperator<String> name, LongFunction<OptionalLong> subscriptionOfDelivery) {
        this.name = name;
        this.subscriptionOfDelivery = subscriptionOfDelivery;
    }

    /** What looks like Message-IDs of our mails in a text, without their domain, in order of appearance, at most 20. */
    static List<String> candidates(String text) {
        List<String> found = new ArrayList<>();
        Matcher ours = OURS.matcher(text);
        while (found.size() < MOST_IDS && ours.find()) if (!found.contains(ours.group())) found.add(ours.group());
        return found;
    }

    /** The subscription a mail of this id went to; empty when the id is not ours or its delivery is no longer known. */
    public OptionalLong subscription(String messageId) {
        Matcher ours = OURS.matcher(messageId.contains("@") ? messageId : messageId + "@");
        if (!ours.find()) return OptionalLong.empty();
        long id;
        try {
            id = Long.parseLong(ours.group(2));
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // above the largest id there can be
        }
        String expected = name.apply(ours.group(1) + " " + id);
        boolean signed = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), ours.group(3).getBytes(StandardCharsets.US_ASCII));
        if (!signed) return OptionalLong.empty();
        return ours.group(1).equals("digest") ? subscriptionOfDelivery.apply(id) : OptionalLong.of(id);
    }
}
