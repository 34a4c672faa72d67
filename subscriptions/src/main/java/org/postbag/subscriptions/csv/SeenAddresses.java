package org.postbag.subscriptions.csv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.postbag.subscriptions.Address;

/**
 * Which addresses a file named already, by 64 bits of their SHA-256: a million of them take 16 MB, and two of a million
 * are mistaken for each other once in thirty million files.
 */
final class SeenAddresses {

    private final MessageDigest sha256;
    /** Open addressing, at most half full; 0 is free. */
    private long[] places = new long[1 << 10];

    private int count = 0;

    SeenAddresses() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether it is there for the first time. */
    boolean add(Address address) {
        byte[] hash = sha256.digest(address.key().getBytes(StandardCharsets.UTF_8));
        long value = ByteBuffer.wrap(hash).getLong();
        if (!put(value == 0 ? 1 : value)) return false;
        if (2 * ++count > places.length) grow();
        return true;
    }

    private boolean put(long value) {
        int mask = places.length - 1;
        for (int at = (int) value & mask; ; at = (at + 1) & mask) {
            if (places[at] == value) return false;
            if (places[at] != 0) continue;
            places[at] = value;
            return true;
        }
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        for (long value : before) if (value != 0) put(value);
    }
}
