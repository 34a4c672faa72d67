package org.postbag.bot.email.smtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds CR and LF eight bytes at a time: looking at each byte of a mail cost as much as sending it. */
final class LineEnds {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long CRS = '\r' * ONES;
    private static final long LFS = '\n' * ONES;

    private LineEnds() {}

    /** Where the next of the two stands, or the length. */
    static int next(byte[] bytes, int from) {
        int i = from;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            long found = zeros(eight ^ CRS) | zeros(eight ^ LFS);
            if (found != 0) return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
        }
        while (i < bytes.length && bytes[i] != '\r' && bytes[i] != '\n') i++;
        return i;
    }

    /** The high bit of the lowest byte that is zero; bits above that one mean nothing. */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & HIGH_BITS;
    }
}
