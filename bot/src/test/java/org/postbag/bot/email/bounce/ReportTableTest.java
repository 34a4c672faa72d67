package org.postbag.bot.email.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.subscriptions.Bounce;

/**
 * What becomes of each mail: whether it is a report, what its subscription is told, and which one that is. Delivery 9 of
 * the mails went to subscription 77; {@code -} is none.
 */
class ReportTableTest {
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # mail                                | tells     | status | whom
            # Delivery status notifications (RFC 3464)
            postfix-unknown-user                  | HARD      | 5.1.1  | 77
            postfix-dovecot-over-quota            | SOFT      | 5.2.2  | 77
            postfix-given-up-after-days           | SOFT      | 4.4.1  | 77
            postfix-domain-has-no-name-server     | SOFT      | 5.4.4  | 77
            sendmail-report                       | HARD      | 5.1.1  | 77
            exchange-online                       | HARD      | 5.1.10 | 77
            exchange-refused-by-policy            | SOFT      | 5.7.1  | 77
            exchange-status-in-base64             | SOFT      | 5.2.2  | 77
            gmail-address-not-found               | HARD      | 5.1.1  | 77
            dovecot-delivery-reject               | SOFT      | 5.2.2  | 77
            smtputf8-address                      | HARD      | 5.1.1  | 77
            forwarded-inbox-is-gone               | HARD      | 5.1.1  | 77
            # A code that the words belie
            postfix-sender-not-liked              | SOFT      | 5.1.1  | 77
            postfix-blocked-with-a-wrong-code     | SOFT      | 5.1.1  | 77
            temporary-code-whatever-the-words     | SOFT      | 4.1.1  | 77
            # Several recipients: ours counts, or else the one best off
            two-recipients-ours-is-full           | SOFT      | 5.2.2  | 77
            two-recipients-ours-is-gone           | HARD      | 5.1.1  | 77
            exim-two-recipients-ours-is-full      | SOFT      | 5.2.2  | 77
            an-alias-one-of-whose-inboxes-is-gone | NO_REPORT | -      | -
            # Written for people
            postfix-text-without-report           | HARD      | 5.1.1  | 77
            exchange-page-only                    | HARD      | 5.1.1  | 77
            exchange-2003-text                    | HARD      |        | 77
            gmail-old-text                        | HARD      |        | 77
            exim-text                             | HARD      |        | 77
            sendmail-old-text                     | HARD      |        | 77
            dovecot-sieve-reject                  | SOFT      |        | 77
            qmail-unknown-user                    | HARD      | 5.1.1  | 77
            qmail-queue-lifetime                  | SOFT      | 4.4.1  | 77
            qq-no-such-user                       | HARD      |        | 77
            qq-full                               | SOFT      |        | 77
            163-no-such-user                      | HARD      |        | 77
            traditional-chinese-gateway           | HARD      |        | 77
            yahoo-disabled                        | HARD      |        | 77
            domino                                | HARD      |        | 77
            gateway-out-of-space                  | SOFT      |        | 77
            gateway-that-marks-nothing            | HARD      |        | 77
            fields-in-the-text                    | HARD      | 5.1.1  | 77
            # Still under way: nothing to do, nothing to answer
            postfix-late                          | DELAYED   | -      | -
            gmail-late                            | DELAYED   | -      | -
            exim-late                             | DELAYED   | -      | -
            # Complaints (RFC 5965, and without a report)
            complaint-yahoo-abuse                 | COMPLAINT |        | 77
            complaint-fraud-on-a-confirmation     | COMPLAINT |        | 7
            complaint-of-a-new-type               | COMPLAINT |        | 77
            complaint-microsoft                   | COMPLAINT |        | 77
            # Damaged, wrapped, rewritten
            damaged-cut-inside-the-status         | HARD      | 5.1.1  | 77
            damaged-cut-before-the-status         | HARD      | 5.1.1  | 77
            damaged-no-boundary                   | HARD      | 5.1.1  | 77
            damaged-wrong-boundary                | HARD      | 5.1.1  | 77
            misdeclared-status-as-text            | HARD      | 5.1.1  | 77
            wrapped-by-a-gateway                  | HARD      | 5.1.1  | 77
            odd-charset-not-encoded               | HARD      |        | 77
            srs-forwarded-and-upper-case          | HARD      | 5.1.1  | 77
            qmail-style-address                   | HARD      | 5.2.1  | 77
            without-message-id                    | HARD      | 5.1.1  | 77
            # Proved otherwise, or not at all
            proved-by-message-id                  | HARD      | 5.1.1  | 77
            proved-by-confirmation                | HARD      | 5.1.1  | 7
            forged-envelope-sender                | UNPROVEN  | -      | -
            forged-address-only                   | UNPROVEN  | -      | -
            # No reports
            postfix-delivered                     | NO_REPORT | -      | -
            feedback-not-spam                     | NO_REPORT | -      | -
            feedback-dmarc-failure                | NO_REPORT | -      | -
            receipt-read                          | NO_REPORT | -      | -
            receipt-deleted-unread                | NO_REPORT | -      | -
            vacation-en                           | NO_REPORT | -      | -
            vacation-zh                           | NO_REPORT | -      | -
            vacation-without-headers              | NO_REPORT | -      | -
            challenge                             | NO_REPORT | -      | -
            person-quotes-a-report                | NO_REPORT | -      | -
            person-forwards-a-report              | NO_REPORT | -      | -
            person-asks-for-three                 | NO_REPORT | -      | -
            """)
    void isTakenFor(String mail, String tells, String status, String whom) {
        List<Bounce> told = new ArrayList<>();
        List<Long> to = new ArrayList<>();
        BounceDesk desk = new BounceDesk(
                new BounceReports(Fixtures.VERP),
                new SignedMessageIds(
                        Fixtures.TOKENS::name, delivery -> delivery == 9 ? OptionalLong.of(77) : OptionalLong.empty()),
                report -> true,
                (subscription, bounce) -> {
                    to.add(subscription);
                    told.add(bounce);
                });

        BounceDesk.Finding finding = desk.take(Fixtures.mail(mail));

        if ("-".equals(whom)) {
            assertThat(finding).hasToString(tells);
            assertThat(told).isEmpty();
        } else {
            assertThat(finding).isEqualTo(BounceDesk.Finding.COUNTED);
            assertThat(to).containsExactly(Long.valueOf(whom));
            assertThat(told.get(0).kind()).hasToString(tells);
            assertThat(told.get(0).status()).isEqualTo(status == null ? "" : status);
            assertThat(told.get(0).origin()).isEqualTo(Bounce.Origin.REPORT);
            assertThat(told.get(0).said())
                    .isNotBlank()
                    .doesNotContain("@", "\n")
                    .matches(said -> said.codePointCount(0, said.length()) <= 200);
        }
    }
}
