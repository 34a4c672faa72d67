package org.postbag.bot.email;

import java.util.regex.Pattern;

/** Finds what a reader wrote in an answer, among what the mail program quoted and signed. */
final class UnquotedText {
    private static final Pattern INTRODUCES_QUOTE = Pattern.compile(
            "^(>|On .{5,200} wrote:|.{2,200}(写道|寫道)[:：]|-{2,} ?(Original|原始|转发|Forwarded).*|_{10,}|(发件人|寄件者|From)[:：].*|在 ?.{5,200}[:：]$|--\\s*$|Sent from my .*|发自我的.*)",
            Pattern.CASE_INSENSITIVE);

    private UnquotedText() {}

    /** The first line that says something and is not quoted, at most 1,000 characters; empty when there is none. */
    static String firstLine(String text) {
        for (String line : text.lines().limit(200).toList()) {
            String said = line.replace('\u00a0', ' ').replace("\u200b", "").strip();
            if (said.isEmpty()) continue;
            if (INTRODUCES_QUOTE.matcher(said).find()) return "";
            return said.length() > 1000 ? said.substring(0, 1000) : said;
        }
        return "";
    }
}
