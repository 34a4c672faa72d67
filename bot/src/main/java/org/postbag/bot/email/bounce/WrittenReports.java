package org.postbag.bot.email.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads reports that are written for people only, as qmail, Exim, Exchange, QQ and 163 send them: what failed, for which
 * recipients, and where the mail that came back begins.
 */
final class WrittenReports {
    private static final Pattern RETURNED_BEGINS = Pattern.compile(
            "^((return-path|received|message-id):|\\W{0,40}(below this line is a copy|(this is a copy of )?(the )?(headers? of )?(the |your )?original (e-?mail|message|mail)"
                    + "|unsent message|message (header|body)? ?follows|returned message|original message|your original message"
                    + "|a copy of (the|your) (original )?message|bounced e-?mail|included is a copy|this is a copy of|below is a copy"
                    + "|原邮件|原郵件|原始邮件|原始郵件|原信|以下是原邮件|以下是您的原邮件|以下是原信|邮件原文))",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern FAILED = Pattern.compile(
            "(could ?n[o']t|cannot|can ?not|can't|was not|wasn't|not able to|unable to|wasn't able to)( be)?\\s+deliver"
                    + "|(failed|failure)\\s+permanent|permanent(ly)?\\s+(fail|error|fatal)|did not reach|undeliverable|undelivered"
                    + "|delivery[^.\\n]{0,80}\\s+(failed|failure|aborted)|(error|trouble)\\s+delivering|while\\s+trying\\s+to\\s+deliver"
                    + "|fatal errors|delivery (errors|problems)|was rejected|been rejected|automatically rejected"
                    + "|(the |your )?message (was|has been) (rejected|blocked|refused)|giving up"
                    + "|无法(送达|投递|发送|传递)|未能(送达|投递|发送|传递)|不能(送达|投递)|無法(送達|投遞|傳送|傳遞)|未能(送達|投遞|傳遞)"
                    + "|被退回|退信|退回来|投递失败|投遞失敗|发送失败|傳送失敗|拒收",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DELAYED = Pattern.compile(
            "warning message only|(delivery|message|mail)[^.\\n]{0,60}(has been|is|was)\\s+delayed|not yet been delivered"
                    + "|delivery incomplete|will (be retried|keep trying|retry|continue (to try|trying))"
                    + "|(do not|don't) need to resend|still (being )?(trying|queued|tried)|temporary problem delivering"
                    + "|尚未(送达|投递)|尚未(送達|投遞)|投递延迟|延迟投递|(继续|繼續|重新|稍后)[^。\\n]{0,8}(尝试|嘗試|重试)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GIVEN_UP = Pattern.compile(
            "permanent|giving up|given up|(could ?n[o']t|cannot|was not) be delivered|failed after|被退回|投递失败",
            Pattern.CASE_INSENSITIVE);
    // A line that begins with an address begins what is said of that recipient.
    private static final Pattern ENTRY = Pattern.compile(
            "^[ \\t>*•\"'<(]{0,12}([^\\s<>\"'():;,@]{1,128}+@[^\\s<>\"'():;,]{1,255})[>\"')]{0,3}(?=[:\\s,]|$)",
            Pattern.MULTILINE);
    private static final int MOST_ENTRIES = 50;
    private static final int MOST_TEXT = 16_000;

    private WrittenReports() {}

    /** A failure for each recipient the text begins a line with, or one for all of it; empty when it reports none. */
    static List<Failure> read(String text, boolean certain) {
        String report = report(text);
        boolean delayed =
                DELAYED.matcher(report).find() && !GIVEN_UP.matcher(report).find();
        if (!delayed && !certain && !FAILED.matcher(report).find() && !Reasons.known(report)) return List.of();
        List<Failure> failures = new ArrayList<>();
        Matcher entry = ENTRY.matcher(report);
        List<Integer> starts = new ArrayList<>();
        List<String> recipients = new ArrayList<>();
        while (starts.size() < MOST_ENTRIES && entry.find()) {
            String recipient = entry.group(1).toLowerCase(Locale.ROOT);
            if (recipients.contains(recipient)) continue; // said again about the same one
            recipients.add(recipient);
            starts.add(entry.start());
        }
        if (starts.size() < 2) return List.of(failure(recipients, report, delayed));
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : report.length();
            failures.add(failure(List.of(recipients.get(i)), report.substring(starts.get(i), end), delayed));
        }
        return failures;
    }

    /** The text up to where the mail that came back begins. */
    static String report(String text) {
        String start = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
        Matcher end = RETURNED_BEGINS.matcher(start);
        return end.find() && end.start() > 0 ? start.substring(0, end.start()) : start;
    }

    /** The text from where the mail that came back begins, as far as its headers are told. */
    static Fields returned(String text) {
        String report = report(text);
        return Fields.blocks(text.substring(report.length())).stream()
                .filter(fields -> fields.has("To") || fields.has("Message-ID"))
                .findFirst()
                .orElse(Fields.NONE);
    }

    private static Failure failure(List<String> recipients, String words, boolean delayed) {
        String status = StatusCodes.in(words);
        Failure.Outcome outcome = delayed ? Failure.Outcome.DELAYED : Reasons.outcome(status, words);
        return new Failure(recipients, outcome, status, Words.telling(words));
    }
}
