package org.postbag.bot.email.bounce;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads received mails that are reports on our own: delivery status notifications (RFC 3464), what mail systems write in
 * their stead, and complaints (RFC 5965). It is a pure function of the mail; {@link BounceDesk} acts on it.
 *
 * <p>No report are notices of delivery and of reading (RFC 8098), vacation notices, challenges, "not spam", and what
 * people write, even where they quote a report.
 */
public final class BounceReports {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,400}>");
    private static final Pattern REFUSED_BY_FILTER =
            Pattern.compile("automatically rejected|message was rejected|refused by", Pattern.CASE_INSENSITIVE);
    private static final List<String> WRITTEN_TO = List.of(
            "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "To", "Received");
    private static final int MOST_IDS = 20;

    private final VerpAddress verp;

    public BounceReports(VerpAddress verp) {
        this.verp = verp;
    }

    /**
     * @param mail not above 1 MB, though it may have been cut to that
     * @return empty when the mail is no report, or reports nothing that went wrong
     */
    public Optional<BounceReport> read(MimeMessage mail) {
        ReportParts parts = ReportParts.of(mail);
        OptionalLong cameBackTo = cameBackTo(mail);
        MailSystem system = MailSystem.of(mail, cameBackTo.isPresent());
        String text = parts.text();
        Optional<String> complaint = Complaints.read(parts, system.subject());
        if (complaint.isPresent())
            return Optional.of(about(mail, parts, text, BounceReport.Kind.COMPLAINT, "", complaint.get()));
        if (parts.feedback() != null) return Optional.empty();
        if (parts.receipt()) return filtered(mail, parts, text);
        return Failure.ours(failures(parts, system, text), returned(parts, text))
                .flatMap(failure -> switch (failure.outcome()) {
                    case DELIVERED -> Optional.empty();
                    case DELAYED -> Optional.of(report(mail, parts, text, BounceReport.Kind.DELAYED, failure));
                    case SOFT -> Optional.of(report(mail, parts, text, BounceReport.Kind.SOFT, failure));
                    case HARD -> Optional.of(report(mail, parts, text, BounceReport.Kind.HARD, failure));
                });
    }

    private static List<Failure> failures(ReportParts parts, MailSystem system, String text) {
        List<Failure> stated = DeliveryStatuses.read(parts.statuses(), WrittenReports.report(text));
        if (!stated.isEmpty()) return stated;
        if (!system.mayReturnMail()) return List.of();
        // Some write the fields into the text, or lose the part's type on the way.
        stated = DeliveryStatuses.read(Fields.blocks(text), WrittenReports.report(text));
        if (!stated.isEmpty()) return stated;
        return WrittenReports.read(text, system.certain());
    }

    /** A Sieve filter that refuses a mail may say so in a receipt (RFC 5429, section 2.2); all other receipts are none. */
    private Optional<BounceReport> filtered(MimeMessage mail, ReportParts parts, String text) {
        if (!REFUSED_BY_FILTER.matcher(text).find()) return Optional.empty();
        return Optional.of(about(mail, parts, text, BounceReport.Kind.SOFT, "", Words.telling(text)));
    }

    private static List<Fields> returned(ReportParts parts, String text) {
        return parts.returned().isEmpty() ? List.of(WrittenReports.returned(text)) : parts.returned();
    }

    private BounceReport report(
            MimeMessage mail, ReportParts parts, String text, BounceReport.Kind kind, Failure failure) {
        return about(mail, parts, text, kind, failure.status(), failure.said());
    }

    private BounceReport about(
            MimeMessage mail, ReportParts parts, String text, BounceReport.Kind kind, String status, String said) {
        return new BounceReport(
                kind,
                status,
                Words.keep(said),
                subscription(mail, parts, text),
                messageIds(mail, parts, text),
                id(mail));
    }

    /** By the address the report came to, under whatever name a server wrote it down, or by what it says of the mail. */
    private OptionalLong subscription(MimeMessage mail, ReportParts parts, String text) {
        OptionalLong cameBackTo = cameBackTo(mail);
        if (cameBackTo.isPresent()) return cameBackTo;
        Stream<String> told = Stream.concat(
                        Stream.concat(parts.returned().stream(), parts.statuses().stream()),
                        Stream.ofNullable(parts.feedback()))
                .map(Fields::everything);
        return first(Stream.concat(told, Stream.of(text)));
    }

    private OptionalLong cameBackTo(MimeMessage mail) {
        return first(WRITTEN_TO.stream().map(name -> MailSystem.header(mail, name)));
    }

    private OptionalLong first(Stream<String> texts) {
        return texts.map(verp::read).filter(OptionalLong::isPresent).findFirst().orElse(OptionalLong.empty());
    }

    private static List<String> messageIds(MimeMessage mail, ReportParts parts, String text) {
        Set<String> ids = new LinkedHashSet<>();
        for (Fields fields : returned(parts, text)) addIds(ids, fields.value("Message-ID"));
        for (Fields fields : parts.statuses())
            addIds(ids, fields.value("X-Original-Message-ID") + fields.value("Original-Message-ID"));
        addIds(ids, MailSystem.header(mail, "In-Reply-To"));
        addIds(ids, MailSystem.header(mail, "References"));
        ids.addAll(SignedMessageIds.candidates(text));
        for (Fields fields : parts.returned()) ids.addAll(SignedMessageIds.candidates(fields.everything()));
        return ids.stream().limit(MOST_IDS).toList();
    }

    private static void addIds(Set<String> ids, String value) {
        Matcher id = MESSAGE_ID.matcher(value);
        while (ids.size() < MOST_IDS && id.find()) ids.add(id.group());
    }

    private static String id(MimeMessage mail) {
        Matcher id = MESSAGE_ID.matcher(MailSystem.header(mail, "Message-ID"));
        if (id.find()) return id.group();
        String headers = Stream.of("Date", "From", "To", "Subject", "Received")
                .map(name -> MailSystem.header(mail, name))
                .reduce("", (all, one) -> all + "\n" + one);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(headers.getBytes(StandardCharsets.UTF_8));
            return "<none." + HexFormat.of().formatHex(digest, 0, 12) + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
