package org.postbag.bot.email.dkim;

import java.security.MessageDigest;

/** Hashes a body in "relaxed" form (RFC 6376, 3.4.4), copying nothing where a line is in that form already. */
final class RelaxedBody {
    private static final byte[] SPACE = {' '};
    private static final byte[] LINE_END = {'\r', '\n'};

    private final MessageDigest digest;
    private int keptFrom = -1;
    private int keptTo;
    private int pendingEmptyLines;

    RelaxedBody(MessageDigest digest) {
        this.digest = digest;
    }

    /**
     * @param from where the body begins in the message, whose lines end with CRLF
     */
    byte[] hash(byte[] message, int from) {
        int start = from;
        while (start < message.length) {
            int end = start;
            while (end < message.length && message[end] != '\n') end++;
            int textEnd = end > start && message[end - 1] == '\r' ? end - 1 : end;
            if (textEnd == end - 1 && textEnd > start && isRelaxed(message, start, textEnd)) {
                keep(message, start, end + 1);
            } else {
                flush(message);
                line(message, start, textEnd);
            }
            start = end + 1;
        }
        flush(message);
        return digest.digest();
    }

    /** Whether a line stays as it is, as nearly all do. */
    private static boolean isRelaxed(byte[] message, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = message[i];
            if (b == '\t' || (b == ' ' && (i + 1 == to || blank(message[i + 1])))) return false;
        }
        return true;
    }

    /** Lines that stay as they are go into the hash together. */
    private void keep(byte[] message, int from, int to) {
        if (pendingEmptyLines > 0) {
            flush(message);
            for (; pendingEmptyLines > 0; pendingEmptyLines--) digest.update(LINE_END);
        }
        if (keptFrom < 0) keptFrom = from;
        keptTo = to;
    }

    private void flush(byte[] message) {
        if (keptFrom >= 0) digest.update(message, keptFrom, keptTo - keptFrom);
        keptFrom = -1;
    }

    private void line(byte[] message, int from, int to) {
        int end = to;
        while (end > from && blank(message[end - 1])) end--;
        if (end == from) {
            pendingEmptyLines++;
            return;
        }
        for (; pendingEmptyLines > 0; pendingEmptyLines--) digest.update(LINE_END);
        int written = from;
        int i = from;
        while (i < end) {
            if (!blank(message[i])) {
                i++;
                continue;
            }
            int after = i + 1;
            while (blank(message[after])) after++;
            if (after - i > 1 || message[i] != ' ') {
                digest.update(message, written, i - written);
                digest.update(SPACE);
                written = after;
            }
            i = after;
        }
        boolean crlfFollows = end == to && end + 1 < message.length && message[end] == '\r';
        digest.update(message, written, end - written + (crlfFollows ? 2 : 0));
        if (!crlfFollows) digest.update(LINE_END);
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }
}
