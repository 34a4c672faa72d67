package org.postbag.bot.email.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells by the headers whether a mail system wrote a mail to say that another was not delivered, or whether it was a
 * person, a vacation notice or another robot, whose words may sound the same.
 *
 * @param subject decoded
 * @param daemon whether it is from a mailer daemon or postmaster
 * @param automatic whether a machine wrote it, as far as its headers say (RFC 3834, null return path, where it was sent)
 * @param declared whether it calls itself a delivery status notification
 * @param failedRecipients whether Exim's or Gmail's header names who was not reached
 */
record MailSystem(String subject, boolean daemon, boolean automatic, boolean declared, boolean failedRecipients) {
    private static final Pattern DAEMON = Pattern.compile(
            "mailer[-_ ]?daemon|post[-_]?master|mail ?administrator|mail (delivery|deliver|delivery sub) ?system"
                    + "|mail\\.delivery\\.system|maildelivery|delivery ?subsystem|\\bmdaemon|系统退信|系統退信|退信|邮件系统|郵件系統",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RETURNED = Pattern.compile(
            "undeliver|returned mail|returned to sender|return(ed)? (message|e?-?mail)|failure notice|bounce|address not found"
                    + "|delivery (has )?(failed|failure|problem|report|error|delay)|delivery[- ](status )?notification"
                    + "|mail (delivery|system error|failure|not delivered)|non-?deliver|(could|can) ?not be delivered"
                    + "|couldn.?t be delivered|(message|mail) (blocked|not delivered|rejected|delayed|undeliverable)"
                    + "|error sending your mail|could not send message|delayed mail|^rejected:|unable to deliver"
                    + "|mail failed|mail error|error during delivery|failed mail|returning to sender|退信|退回|投递失败|投遞失敗|发送失败|傳送失敗|寄送失败|寄送失敗|未送达|未送達|未传递|未傳遞"
                    + "|无法(送达|投递|传递|发送)|無法(送達|投遞|傳遞|傳送)|邮件延迟|尚未送达",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AWAY = Pattern.compile(
            "^(\\[?auto(matic|mated|matische)?[- ]?\\]?(reply|replied|response|antwort)|autoreply|autoresponse"
                    + "|out of (the )?office|i am (away|out)|away |vacation|on (vacation|leave|holiday)"
                    + "|自动(回复|答复)|自動(回覆|回復|答覆)|不在办公室|不在辦公室|外出|休假)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANSWER =
            Pattern.compile("^\\s*(re|fwd?|aw|wg|回复|答复|转发|回覆|轉寄) ?[:：]", Pattern.CASE_INSENSITIVE);

    /**
     * @param cameBack whether it was sent to a signed envelope sender, which people do not write to
     */
    static MailSystem of(MimeMessage mail, boolean cameBack) {
        String from = header(mail, "From") + " " + header(mail, "Sender");
        String submitted = header(mail, "Auto-Submitted");
        String type = header(mail, "Content-Type");
        boolean fromNobody = header(mail, "From").endsWith("<>");
        boolean report = type.regionMatches(true, 0, "multipart/report", 0, 16);
        boolean automatic =
                cameBack || nullReturnPath(mail) || report || submitted.regionMatches(true, 0, "auto", 0, 4);
        return new MailSystem(
                header(mail, "Subject"),
                fromNobody || DAEMON.matcher(from).find(),
                automatic,
                report && type.toLowerCase(Locale.ROOT).contains("delivery-status"),
                !header(mail, "X-Failed-Recipients").isEmpty());
    }

    /** Whether the subject says that a mail came back or is late. */
    boolean subjectSaysSo() {
        return RETURNED.matcher(subject).find() && !ANSWER.matcher(subject).find();
    }

    /** Whether it may be such a mail; the words decide. */
    boolean mayReturnMail() {
        if (AWAY.matcher(subject.strip()).find()) return false;
        return failedRecipients || daemon || declared || (automatic && subjectSaysSo());
    }

    /** Whether the headers leave no doubt. */
    boolean certain() {
        return failedRecipients || ((daemon || automatic) && subjectSaysSo());
    }

    private static boolean nullReturnPath(MimeMessage mail) {
        String path = header(mail, "Return-Path");
        return path.equals("<>") || path.regionMatches(true, 0, "<MAILER-DAEMON", 0, 14);
    }

    /** All values of a header, decoded, on one line; empty when there is none. */
    static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            if (values == null) return "";
            String all = String.join(" ", values);
            return PartText.ofHeader(all.length() > 8_000 ? all.substring(0, 8_000) : all)
                    .strip();
        } catch (MessagingException e) {
            return "";
        }
    }
}
