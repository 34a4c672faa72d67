package org.postbag.bot.email.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises complaints: feedback reports in ARF (RFC 5965), and the plain form in which Microsoft and abuse desks send
 * the mail back as an attachment.
 */
final class Complaints {
    /** Says that the mail was wanted, or only how it was signed (RFC 6591). */
    private static final Set<String> NO_COMPLAINT = Set.of("not-spam", "auth-failure", "dmarc", "dkim", "spf", "");

    private static final Pattern FORM = Pattern.compile(
            "^(complaint about message from|(e-?mail )?abuse report|spam (report|complaint)|(junk|spam) mail report"
                    + "|垃圾邮件(投诉|举报)|垃圾郵件(投訴|檢舉)|(投诉|举报)垃圾邮件)",
            Pattern.CASE_INSENSITIVE);

    private Complaints() {}

    /** What a complaint says, {@code spam report: abuse} for example; empty when it is none. */
    static Optional<String> read(ReportParts parts, String subject) {
        Fields feedback = parts.feedback();
        if (feedback != null) {
            String type = type(feedback);
            return NO_COMPLAINT.contains(type) ? Optional.empty() : Optional.of("spam report: " + type);
        }
        return FORM.matcher(subject).find() && !parts.returned().isEmpty() ? Optional.of(subject) : Optional.empty();
    }

    private static String type(Fields feedback) {
        String type = feedback.value("Feedback-Type").toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < type.length() && (Character.isLetterOrDigit(type.charAt(end)) || type.charAt(end) == '-')) end++;
        return type.substring(0, end);
    }
}
