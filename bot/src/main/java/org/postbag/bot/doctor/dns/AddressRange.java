package org.postbag.bot.doctor.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.xbill.DNS.Address;

/** Addresses that begin alike, as SPF's {@code ip4} and {@code ip6} name them (RFC 7208, 5.6). */
record AddressRange(InetAddress first, int bits) {

    /** {@code 192.0.2.0/24} or {@code 2001:db8::/32}; a single address without a length. */
    static Optional<AddressRange> parse(String text, boolean six) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int most = six ? 128 : 32;
        try {
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > most) return Optional.empty();
            return Optional.of(
                    new AddressRange(Address.getByAddress(address, six ? Address.IPv6 : Address.IPv4), bits));
        } catch (NumberFormatException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean holds(InetAddress other) {
        byte[] a = first.getAddress();
        byte[] b = other.getAddress();
        if (a.length != b.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((a[bit / 8] & mask) != (b[bit / 8] & mask)) return false;
        }
        return true;
    }
}
