package org.postbag.bot.token;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks tokens: a purpose, a subscription's id and an end, signed with HMAC-SHA256 (RFC 2104) cut to 128
 * bits. Nothing is stored; whoever has the installation's secret can check them.
 */
public final class Tokens {
    private static final int SIGNATURE = 16;
    private static final int BODY = 1 + Long.BYTES + Long.BYTES;

    /** With the secret in it; copied for each signature, since one is in use by one thread. */
    private final Mac keyed;

    private final Clock clock;

    /**
     * @param secret at least 16 random bytes, the installation's own
     */
    public Tokens(byte[] secret, Clock clock) {
        if (secret.length < 16)
            throw new IllegalArgumentException("a secret of " + secret.length + " bytes is too short");
        this.keyed = keyed(secret);
        this.clock = clock;
    }

    /** What a token allows; a token for one purpose is none for another. */
    public enum Purpose {
        CONFIRM('c', Duration.ofDays(7)),
        PREFERENCES('p', Duration.ofDays(400)),
        UNSUBSCRIBE('u', Duration.ofDays(4000)),
        /** To read one article, whose post's id it holds. */
        READ('r', Duration.ofDays(400)),
        /** To make a Telegram chat a further address of the subscription's reader. */
        CONNECT('t', Duration.ofDays(2)),
        /** To make an inbox a further address, as asked for on Telegram; holds the id of what was asked. */
        LINK('l', Duration.ofDays(7)),
        /** To agree to a change that was asked for by mail; holds the id of what was asked. */
        CHANGE('g', Duration.ofDays(2));

        private final char letter;
        private final Duration valid;

        Purpose(char letter, Duration valid) {
            this.letter = letter;
            this.valid = valid;
        }
    }

    /**
     * A token of 44 URL-safe letters, good from now on for the purpose's time.
     *
     * @param subscription or whatever else of the installation the purpose is about
     */
    public String make(Purpose purpose, long subscription) {
        // Whole days keep a digest's links the same when it is sent again.
        long end = clock.instant().plus(purpose.valid).getEpochSecond() / 86400 * 86400 + 86400;
        byte[] body = ByteBuffer.allocate(BODY)
                .put((byte) purpose.letter)
                .putLong(subscription)
                .putLong(end)
                .array();
        byte[] whole = Arrays.copyOf(body, BODY + SIGNATURE);
        System.arraycopy(sign(body), 0, whole, BODY, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The subscription a token was made for; empty when it is altered, of another purpose or past its end. */
    public Optional<Long> read(Purpose purpose, String token) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not our letters: altered
        }
        if (whole.length != BODY + SIGNATURE) return Optional.empty();
        byte[] body = Arrays.copyOf(whole, BODY);
        byte[] signature = Arrays.copyOfRange(whole, BODY, whole.length);
        if (!MessageDigest.isEqual(signature, Arrays.copyOf(sign(body), SIGNATURE))) return Optional.empty();
        ByteBuffer fields = ByteBuffer.wrap(body);
        if (fields.get() != (byte) purpose.letter) return Optional.empty();
        long subscription = fields.getLong();
        boolean over = Instant.ofEpochSecond(fields.getLong()).isBefore(clock.instant());
        return over ? Optional.empty() : Optional.of(subscription);
    }

    /** Whether two names are the same, in a time that tells nothing of where they differ. */
    public boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A short stable name for something of this installation that nobody can guess, such as a mail's. */
    public String name(String what) {
        byte[] signed = sign(what.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signed, 12));
    }

    private byte[] sign(byte[] body) {
        try {
            return ((Mac) keyed.clone()).doFinal(body);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's HmacSHA256 cannot be copied", e);
        }
    }

    private static Mac keyed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
