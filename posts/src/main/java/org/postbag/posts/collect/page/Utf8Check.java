package org.postbag.posts.collect.page;

/**
 * How well bytes fit UTF-8 (RFC 3629); {@link PageCharset} judges by it what declarations are worth.
 *
 * @param sequences well-formed characters of more than one byte
 * @param errors bytes at which no character can begin
 */
record Utf8Check(int sequences, int errors) {

    static Utf8Check of(byte[] bytes) {
        int sequences = 0;
        int errors = 0;
        int i = 0;
        while (i < bytes.length) {
            int b = bytes[i] & 0xff;
            if (b < 0x80) {
                i++;
                continue;
            }
            int more = b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : 0;
            // A page cut off by a size limit may end within a character.
            if (more > 0 && i + more >= bytes.length) break;
            if (more > 0 && continues(bytes, i + 1, more)) {
                sequences++;
                i += more + 1;
            } else {
                errors++;
                i++;
            }
        }
        return new Utf8Check(sequences, errors);
    }

    private static boolean continues(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) if ((bytes[i] & 0xc0) != 0x80) return false;
        return true;
    }
}
