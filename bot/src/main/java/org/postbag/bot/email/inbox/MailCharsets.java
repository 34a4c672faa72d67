package org.postbag.bot.email.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text by the charset a mail program names, which is often wrong, too small or unknown to Java. */
final class MailCharsets {
    private static final Charset CHINESE = Charset.forName("GB18030");

    /** All of them are parts of GB18030, and what says it is the smallest often uses letters of a larger one. */
    private static final Set<String> PARTS_OF_CHINESE =
            Set.of("gb2312", "gb_2312-80", "euc-cn", "gbk", "x-gbk", "cp936", "ms936", "windows-936", "chinese");

    private MailCharsets() {}

    /** @param name as the mail says; null where it says none */
    static String decode(byte[] bytes, @Nullable String name) {
        String wanted = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.equals("us-ascii") || wanted.equals("ascii")) return guess(bytes);
        return new String(bytes, charset(wanted));
    }

    /** Eight-bit text without a name is UTF-8 where it can be, or else what old Chinese programs write. */
    private static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, isCutShort(bytes) ? StandardCharsets.UTF_8 : CHINESE);
        }
    }

    /** Whether it would be UTF-8 but for a last letter that is not all there. */
    private static boolean isCutShort(byte[] bytes) {
        for (int cut = 1; cut <= 3 && cut < bytes.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                // One byte less may do.
            }
        }
        return false;
    }

    private static Charset charset(String name) {
        if (PARTS_OF_CHINESE.contains(name)) return CHINESE;
        try {
            return Charset.forName(
                    switch (name) {
                        case "big5", "cn-big5", "x-x-big5" -> "Big5-HKSCS";
                        case "shift_jis", "shift-jis", "sjis", "x-sjis" -> "windows-31j";
                        case "ks_c_5601-1987" -> "x-windows-949";
                        case "iso-8859-1", "latin1" -> "windows-1252";
                        default -> name;
                    });
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8; // unknown: what most mails are written in today
        }
    }
}
