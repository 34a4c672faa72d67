package org.postbag.posts.text;

/**
 * How well bytes fit UTF-8 (RFC 3629): what declarations of an encoding are judged by.
 *
 * @param sequences well-formed characters of more than one byte
 * @param errors places at which there is no character
 * @param cut whether the last character is cut off, as by a limit of size
 */
public record Utf8Check(int sequences, int errors, boolean cut) {

    public static Utf8Check of(byte[] bytes) {
        int sequences = 0;
        int errors = 0;
        boolean cut = false;
        for (int i = 0; i < bytes.length; ) {
            int lead = bytes[i] & 0xff;
            if (lead < 0x80) {
                i++;
                continue;
            }
            int length = length(lead);
            int have = 1;
            while (have < length && i + have < bytes.length && (bytes[i + have] & 0xc0) == 0x80) have++;
            if (length > 0 && have == length) sequences++;
            else if (length == 0 || i + have < bytes.length) errors++;
            else cut = true;
            i += have;
        }
        return new Utf8Check(sequences, errors, cut);
    }

    private static int length(int lead) {
        if (lead >= 0xc2 && lead < 0xe0) return 2;
        if (lead >= 0xe0 && lead < 0xf0) return 3;
        return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    }

    /**
     * @return how much of the text beyond ASCII is UTF-8: 1 when all is or there is none, 0 when nothing is; a character
     *     cut off at the end is forgiven
     */
    public double share() {
        if (errors > 0) return (double) sequences / (sequences + errors);
        return sequences > 0 || !cut ? 1 : 0;
    }
}
