package org.postbag.bot.email.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what a reader wrote in an answer, among what the mail program quoted and signed: Gmail, Outlook, Apple Mail,
 * Thunderbird, QQ, 163, Foxmail and their kin, in Chinese and English.
 */
final class UnquotedText {

    /** Most lines that are looked at. */
    static final int LINES = 5;

    private static final int MOST_READ = 400;
    private static final int MOST_LETTERS = 1000;
    private static final int WRAPPED = 3;

    private static final Pattern UNSEEN =
            Pattern.compile("[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff\\u00ad]");

    /** What may stand above a quote, written by the mail program; it may be wrapped over some lines. */
    private static final Pattern OPENS =
            Pattern.compile("^(On|At|Am|Le|El|Il|Op|在|於|于)[ \\u00a0\\d].*", Pattern.CASE_INSENSITIVE);

    private static final Pattern ATTRIBUTES = Pattern.compile(
            "(wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|写道|寫道|写到|寫到|说道|wrote to you)[^\\p{L}\\d]{0,3}$|(schrieb .{0,300}|寫道|写道)[:：]$",
            Pattern.CASE_INSENSITIVE);

    /** From here on everything is the mail that is answered. */
    private static final Pattern CUT = Pattern.compile(
            "^(-{2,}\\s?(Original|Forwarded|Reply|Ursprüngliche|原始|原邮件|邮件原件|原始郵件|回复的|回覆的|转发|轉寄|转发的).*"
                    + "|-{4,}.{0,40}-{4,}"
                    + "|_{10,}|={20,}|-{20,}"
                    + "|Begin forwarded message:?.*|开始转发(的)?邮件.*"
                    + "|[|*\\s]{0,6}(From|Sender|发件人|發件人|寄件者|寄件人|发自|Von|De)[*\\s|]{0,6}[:：|].*"
                    + "|--)$",
            Pattern.CASE_INSENSITIVE);

    /** A line some programs sign with; what follows may be anything. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "^(Sent (from|via|with) .{1,80}|Get Outlook for .{1,200}|Download .{1,60} (app|for) .{0,120}"
                    + "|(发自|發自|来自|來自|寄自|发送自)(我的|我的手机|网易|新浪|小米|华为|Outlook|QQ).{0,60}"
                    + "|从我的?.{1,30}(发送|傳送)|從我的?.{1,30}傳送|(从|從).{1,30}版(邮件|郵件)(发送|傳送)"
                    + "|获取 ?Outlook.{0,120}|取得 ?Outlook.{0,120}|下载 ?Outlook.{0,120}"
                    + "|---?\\s?(发自|發自|来自|Sent from).{0,80})$",
            Pattern.CASE_INSENSITIVE);

    private UnquotedText() {}

    /** The first lines that say something and are neither quoted nor signature, each at most 1,000 characters. */
    static List<String> lines(String text) {
        List<String> all =
                text.lines().limit(MOST_READ).map(UnquotedText::plain).toList();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < all.size() && said.size() < LINES; i++) {
            String line = all.get(i);
            if (line.isEmpty() || isQuoted(line) || SIGNATURE.matcher(line).matches()) continue;
            if (CUT.matcher(line).matches()) break;
            int attribution = attribution(all, i);
            if (attribution > 0) {
                int quoted = next(all, i + attribution);
                // Marked line by line, so what follows the quote is said again; otherwise all the rest is quote.
                if (quoted < all.size() && isQuoted(all.get(quoted))) {
                    i = quoted;
                    continue;
                }
                break;
            }
            said.add(line);
        }
        return said;
    }

    /** How many lines from here on say who wrote what is quoted below; 0 for none. */
    private static int attribution(List<String> lines, int at) {
        if (ATTRIBUTES.matcher(lines.get(at)).find()) return 1;
        if (!OPENS.matcher(lines.get(at)).matches()) return 0;
        StringBuilder joined = new StringBuilder(lines.get(at));
        for (int more = 1; more < WRAPPED && at + more < lines.size(); more++) {
            if (isQuoted(lines.get(at + more))) return 0;
            joined.append(' ').append(lines.get(at + more));
            if (joined.length() > MOST_LETTERS) return 0;
            if (ATTRIBUTES.matcher(joined).find()) return more + 1;
        }
        return 0;
    }

    private static int next(List<String> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isEmpty()) i++;
        return i;
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">") || line.startsWith("＞") || line.startsWith("|>");
    }

    private static String plain(String line) {
        String bounded = line.length() > MOST_LETTERS ? line.substring(0, MOST_LETTERS) : line;
        return UNSEEN.matcher(bounded)
                .replaceAll("")
                .replace('\u00a0', ' ')
                .replace('\u3000', ' ')
                .strip();
    }
}
