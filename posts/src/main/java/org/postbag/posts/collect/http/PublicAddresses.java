package org.postbag.posts.collect.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the addresses of the public network from those of private networks, of this machine and of no one (IANA's
 * special-purpose address registries, RFC 6890). {@link GuardedSockets} asks it about each address connected to.
 */
final class PublicAddresses {
    /** Everything else of IPv4 is public. */
    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 4),
            Block.of("240.0.0.0", 4));

    /** Of IPv6 only this is public, without the blocks below: all local, mapped and unassigned ones are outside. */
    private static final Block GLOBAL_V6 = Block.of("2000::", 3);

    /** Protocol assignments (Teredo among them), and documentation twice. */
    private static final List<Block> NOT_PUBLIC_V6 =
            List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("3fff::", 20));

    private static final Block SIX_TO_FOUR = Block.of("2002::", 16);
    private static final Block NAT64 = Block.of("64:ff9b::", 96);

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    private static boolean contains(byte[] a) {
        if (a.length == 4) return NOT_PUBLIC_V4.stream().noneMatch(block -> block.contains(a));
        if (NAT64.contains(a)) return contains(Arrays.copyOfRange(a, 12, 16));
        if (SIX_TO_FOUR.contains(a)) return contains(Arrays.copyOfRange(a, 2, 6));
        return GLOBAL_V6.contains(a) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.contains(a));
    }

    /** The addresses that share their first bits. */
    private static final class Block {
        private final byte[] start;
        private final int bits;

        private Block(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Block of(String start, int bits) {
            try {
                return new Block(InetAddress.getByName(start).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(start, e);
            }
        }

        boolean contains(byte[] address) {
            for (int i = 0; i < bits; i++) if (((start[i / 8] ^ address[i / 8]) & (0x80 >> (i % 8))) != 0) return false;
            return true;
        }
    }
}
