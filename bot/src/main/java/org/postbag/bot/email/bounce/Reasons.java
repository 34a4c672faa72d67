package org.postbag.bot.email.bounce;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by the code and the words why a mail was not delivered, as far as it matters: whether there is no such inbox.
 * Codes are RFC 3463's and the IANA registry's; the words those that mail systems document, in English and Chinese.
 *
 * <p>Refused for now (4.x.x) stays soft whatever the words: systems answer so while their own lists of users are broken.
 */
final class Reasons {
    /** No such mailbox, no such domain, bad syntax, moved, null MX or unknown at Exchange, disabled. */
    private static final Set<String> GONE = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    private static final Pattern NO_SUCH_USER = words(
            "user unknown",
            "unknown (user|recipient|address(?! error)|local.?part|mailbox|account)",
            "unknown or (illegal|invalid) (user|alias)",
            "no such (user|mailbox|recipient|account|address|person|local user|alias|id)",
            "no (mailbox|valid recipient|account) .{0,20}(by that name|here|found)",
            "(user|mailbox|account|address|recipient|alias|inbox)[^.\\n]{0,60} "
                    + "(does(n'?t| ?not)|do not|did not|is not|no longer|not) (currently )?exists?\\b",
            "(user|mailbox|account|address|recipient|alias)[^.\\n]{0,60} (not|n't be|wasn't|isn't|cannot be) (found|known)",
            "(recipient|user|address|mailbox)\\.?not\\.?found",
            "not a (valid|known) (mailbox|user|recipient|address|account)",
            "(invalid|illegal|bad|nonexistent|non-existent) (user|recipient|mailbox|local.?part|destination mailbox|e?-?mail address)",
            "address (invalid|couldn.?t be found|unknown)",
            "(doesn.?t|does not|didn.?t) have an? [^\\n]{0,60}account",
            "not listed in [^.\\n]{0,60}(directory|address book)",
            "not (known|a user|user) (at|of|on) this (site|server|host|system)",
            "invalid final delivery userid",
            "no such domain|unknown domain|domain (does not|doesn.?t) exist",
            "recipient name is not recogni[sz]ed",
            "(account|mailbox|user|address) [^.\\n]{0,60}(disabled|deactivated|discontinued|closed|deleted|terminated|inactive)",
            "(inactive|disabled|deactivated) (user|account|mailbox|recipient)",
            "(用户|用戶|收件人|邮箱|郵箱|信箱|邮件地址|郵件地址|邮箱地址|地址|帐号|账号|帳號|帐户|账户|帳戶)[^。\\n]{0,12}(不存在|不正确|有误|已注销|被注销|已停用|已被停用|已禁用)",
            "(查无此人|查無此人|无此用户|無此用戶|没有此用户|无此邮箱|未开通.{0,6}邮箱|用户名错误)",
            "找不到[^。\\n]{0,20}(收件人|用户|用戶|邮箱|信箱|地址)");

    private static final Pattern FULL = words(
            "(mailbox|mailfolder|mail folder|inbox|account|disk|quota|storage)[^.\\n]{0,40} (is |are |almost )?(full|exceed|over)",
            "over ?quota",
            "exceed(s|ed|ing|)[^.\\n]{0,40}(quota|limit|storage|size)",
            "(out of|insufficient|not enough|no) (disk |system |mailbox |storage )*(storage|space)",
            "(too (big|large|long)|size limit)",
            "(空间|空間|容量)[^。\\n]{0,6}(不足|不够|已满|已滿|超)",
            "(邮箱|郵箱|信箱)[^。\\n]{0,6}(已满|已滿|爆满|超限)",
            "(超出|超过|超過)[^。\\n]{0,12}(容量|配额|配額|空间|限制)");

    private static final Pattern NOT_LIKED = words(
            "black ?list",
            "block ?list",
            "\\bblocked\\b",
            "dnsbl",
            "\\brbl\\b",
            "\\bspam",
            "spamhaus",
            "reputation",
            "(policy|policies)",
            "rate.?limit",
            "too (many|much|fast|quickly|frequent)",
            "grey ?list",
            "(dmarc|spf|dkim)\\b",
            "unauthenticated",
            "receiving mail (too quickly|at a rate)",
            "(频率|頻率|垃圾邮件|垃圾郵件|黑名单|黑名單|拦截|拒收)");

    private static final Pattern ABOUT_SENDER = words(
            "sender (address |domain |verify |verification )?(rejected|failed|unknown|denied|blocked|not allowed|refused)",
            "sender.?verif",
            "(in reply to|after) mail from",
            "return.?path[^.\\n]{0,30}(reject|invalid|unknown)",
            "from address[^.\\n]{0,30}(reject|invalid|unknown|verif)",
            "发件人[^。\\n]{0,10}(不存在|被拒|错误)");

    /** Reports are wrapped, phrases with them; an empty line ends a phrase. */
    private static final Pattern WRAP = Pattern.compile("(?<!\\n)\\r?\\n[ \\t]*(?![\\r\\n])");

    private Reasons() {}

    /** {@code HARD} or {@code SOFT}. */
    static Failure.Outcome outcome(String status, String words) {
        return gone(status, WRAP.matcher(words).replaceAll(" ")) ? Failure.Outcome.HARD : Failure.Outcome.SOFT;
    }

    private static boolean gone(String status, String words) {
        if (StatusCodes.severity(status, words) == '4') return false;
        if (FULL.matcher(words).find() || ABOUT_SENDER.matcher(words).find()) return false;
        boolean saysSo = NO_SUCH_USER.matcher(words).find();
        boolean notLiked = NOT_LIKED.matcher(words).find();
        // Words against the sender make a code or a phrase alone doubtful; together they are not.
        return GONE.contains(status) ? saysSo || !notLiked : saysSo && !notLiked;
    }

    /** Whether words give any reason at all for not delivering a mail. */
    static boolean known(String words) {
        return NO_SUCH_USER.matcher(words).find() || FULL.matcher(words).find();
    }

    private static Pattern words(String... any) {
        return Pattern.compile(String.join("|", any), Pattern.CASE_INSENSITIVE);
    }
}
