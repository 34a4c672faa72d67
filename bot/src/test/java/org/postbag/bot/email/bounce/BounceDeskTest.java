package org.postbag.bot.email.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postbag.bot.email.bounce.BounceDesk.Finding;
import org.postbag.subscriptions.Bounce;

class BounceDeskTest {
    private final Set<String> seen = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private final BounceDesk desk = new BounceDesk(
            new BounceReports(Fixtures.VERP),
            new SignedMessageIds(Fixtures.TOKENS::name, delivery -> OptionalLong.of(77)),
            seen::add,
            (subscription, bounce) -> told.add(subscription + " " + bounce.kind() + ": " + bounce.said()));

    @Test
    void theSameReportCountsOnce() {
        assertThat(desk.take(Fixtures.mail("qq-full"))).isEqualTo(Finding.COUNTED);
        assertThat(desk.take(Fixtures.mail("qq-full"))).isEqualTo(Finding.REPEATED);
        assertThat(told).containsExactly("77 SOFT: 退信原因：收件人空间不足，暂时不能接收邮件。");
    }

    @Test
    void aReportWithoutAMessageIdCountsOnceToo() {
        assertThat(desk.take(Fixtures.mail("without-message-id"))).isEqualTo(Finding.COUNTED);
        assertThat(desk.take(Fixtures.mail("without-message-id"))).isEqualTo(Finding.REPEATED);
        assertThat(told).hasSize(1);
    }

    @Test
    void aReportIsRememberedApartFromTheMailsThatWereAnswered() {
        seen.add("<tencent_2@qq.example>");
        assertThat(desk.take(Fixtures.mail("qq-full"))).isEqualTo(Finding.COUNTED);
    }

    @Test
    void aForgedReportIsNotRememberedSoItCannotHideATrueOne() {
        desk.take(Fixtures.mail("forged-envelope-sender"));
        assertThat(seen).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsKeptOfAReportNamesNobody() {
        desk.take(Fixtures.mail("postfix-unknown-user"));
        assertThat(told).containsExactly("77 HARD: 550 5.1.1 <…> User doesn't exist: <…>");
    }

    @Test
    void allFindingsButOneMeanThatNobodyAnswers() {
        assertThat(Finding.values()).filteredOn(finding -> !finding.report()).containsExactly(Finding.NO_REPORT);
        assertThat(desk.take(Fixtures.mail("exim-late")).report()).isTrue();
        assertThat(desk.take(Fixtures.mail("forged-address-only")).report()).isTrue();
    }

    @Test
    void aComplaintIsToldAsOne() {
        desk.take(Fixtures.mail("complaint-microsoft"));
        assertThat(told).containsExactly("77 " + Bounce.Kind.COMPLAINT + ": complaint about message from 192.0.2.80");
    }
}
