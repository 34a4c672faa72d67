package org.postbag.bot.email.bounce;

import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.postbag.subscriptions.Bounce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the reports out of the received mail and tells the subscription each is about, once.
 *
 * <p>Only a report that shows a signature of ours changes anything: the signed envelope sender it was sent to or a signed
 * Message-ID in what came back. An address alone does not, since anybody can write a report that names anybody, and a
 * forged one would end a stranger's subscription.
 */
public final class BounceDesk {
    private static final Logger LOG = LoggerFactory.getLogger(BounceDesk.class);

    private final BounceReports reports;
    private final SignedMessageIds ids;
    private final Predicate<String> first;
    private final Door door;

    /** Where a proven report goes. */
    @FunctionalInterface
    public interface Door {
        void bounced(long subscription, Bounce bounce);
    }

    /** What a mail was to the desk. */
    public enum Finding {
        /** Somebody else's to answer. */
        NO_REPORT,
        /** A report on one of our mails, which its subscription was told. */
        COUNTED,
        /** One that was counted before. */
        REPEATED,
        /** The mail is late, but still under way. */
        DELAYED,
        /** A report that shows no signature of ours, or is about a mail that is no longer known. */
        UNPROVEN;

        /** Whether the mail was a report, which nobody answers. */
        public boolean report() {
            return this != NO_REPORT;
        }
    }

    /**
     * @param first whether a report, named by its Message-ID and whom it is about, is seen for the first time; remembers
     *     that it was. It is asked just before the door, so a process that dies between the two loses that one report
     *     rather than counting it twice
     */
    public BounceDesk(BounceReports reports, SignedMessageIds ids, Predicate<String> first, Door door) {
        this.reports = reports;
        this.ids = ids;
        this.first = first;
        this.door = door;
    }

    /**
     * @param mail not above 1 MB, see {@link BounceReports#read}
     */
    public Finding take(MimeMessage mail) {
        Optional<BounceReport> read = reports.read(mail);
        if (read.isEmpty()) return Finding.NO_REPORT;
        BounceReport report = read.get();
        if (report.kind() == BounceReport.Kind.DELAYED) return Finding.DELAYED;
        OptionalLong subscription = subscription(report);
        if (subscription.isEmpty()) {
            LOG.info(
                    "a {} report {} was set aside: it shows no signature of a mail sent from here",
                    report.kind(),
                    report.status());
            return Finding.UNPROVEN;
        }
        if (!first.test("bounce " + subscription.getAsLong() + " " + report.id())) return Finding.REPEATED;
        door.bounced(
                subscription.getAsLong(),
                new Bounce(kind(report), report.status(), report.said(), Bounce.Origin.REPORT));
        return Finding.COUNTED;
    }

    private OptionalLong subscription(BounceReport report) {
        if (report.subscription().isPresent()) return report.subscription();
        return report.messageIds().stream()
                .map(ids::subscription)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static Bounce.Kind kind(BounceReport report) {
        return switch (report.kind()) {
            case HARD -> Bounce.Kind.HARD;
            case COMPLAINT -> Bounce.Kind.COMPLAINT;
            case SOFT, DELAYED -> Bounce.Kind.SOFT;
        };
    }
}
