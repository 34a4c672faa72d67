package org.postbag.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Timetable timetable(String at, String days, ZoneId zone) {
        return new Timetable(LocalTime.parse(at), Days.parse(days), zone);
    }

    private static List<Instant> instants(String... instants) {
        return List.of(instants).stream().map(Instant::parse).toList();
    }

    @Test
    void isDueEveryDayAtTheReadersTime() {
        assertThat(timetable("07:30", "daily", SHANGHAI).upcoming(Instant.parse("2026-11-22T00:00:00Z"), 3))
                .isEqualTo(instants("2026-11-22T23:30:00Z", "2026-11-23T23:30:00Z", "2026-11-24T23:30:00Z"));
    }

    @Test
    void daysAreTheReadersDaysNotGreenwichs() {
        // Monday 07:30 in Shanghai is still Sunday in Greenwich.
        assertThat(timetable("07:30", "weekly", SHANGHAI).upcoming(Instant.parse("2026-11-22T00:00:00Z"), 2))
                .isEqualTo(instants("2026-11-22T23:30:00Z", "2026-11-29T23:30:00Z"));
        assertThat(timetable("07:30", "mon,thu", SHANGHAI).upcoming(Instant.parse("2026-11-23T00:00:00Z"), 2))
                .isEqualTo(instants("2026-11-25T23:30:00Z", "2026-11-29T23:30:00Z"));
        assertThat(timetable("22:00", "weekdays", ZoneId.of("America/New_York"))
                        .upcoming(Instant.parse("2026-11-20T00:00:00Z"), 3))
                .isEqualTo(instants("2026-11-20T03:00:00Z", "2026-11-21T03:00:00Z", "2026-11-24T03:00:00Z"));
    }

    @Test
    void aTimeInsideAGapMovesForwardByTheGap() {
        assertThat(timetable("02:30", "daily", BERLIN).upcoming(Instant.parse("2026-03-28T00:00:00Z"), 3))
                .isEqualTo(instants("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"));
        // half an hour in Lord Howe: 02:15 becomes 02:45
        assertThat(timetable("02:15", "daily", ZoneId.of("Australia/Lord_Howe"))
                        .upcoming(Instant.parse("2026-10-03T00:00:00Z"), 1))
                .isEqualTo(instants("2026-10-03T15:45:00Z"));
    }

    @Test
    void ofAnOverlapTheFirstTimeCounts() {
        assertThat(timetable("02:30", "daily", BERLIN).upcoming(Instant.parse("2026-10-24T12:00:00Z"), 2))
                .isEqualTo(instants("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"));
    }

    @Test
    void theLeapDayIsADayLikeAnother() {
        assertThat(timetable("07:30", "daily", ZoneId.of("UTC")).upcoming(Instant.parse("2028-02-28T08:00:00Z"), 2))
                .isEqualTo(instants("2028-02-29T07:30:00Z", "2028-03-01T07:30:00Z"));
    }

    @Test
    void aDayThatAZoneSkippedIsMadeUpTheNextDayOnce() {
        // Samoa went from 29 to 31 December 2011; 07:30 on the 30th moves forward by the 24 hours that are missing.
        assertThat(timetable("07:30", "daily", ZoneId.of("Pacific/Apia"))
                        .upcoming(Instant.parse("2011-12-29T12:00:00Z"), 3))
                .isEqualTo(instants("2011-12-29T17:30:00Z", "2011-12-30T17:30:00Z", "2011-12-31T17:30:00Z"));
        // the 30th was a Friday
        assertThat(timetable("07:30", "fri", ZoneId.of("Pacific/Apia"))
                        .upcoming(Instant.parse("2011-12-29T12:00:00Z"), 2))
                .isEqualTo(instants("2011-12-30T17:30:00Z", "2012-01-05T17:30:00Z"));
    }

    @Test
    void nextIsStrictlyAfterAndUpcomingIncludesItsStart() {
        Timetable daily = timetable("07:30", "daily", SHANGHAI);
        Instant due = Instant.parse("2026-11-22T23:30:00Z");
        assertThat(daily.next(due.minusNanos(1))).contains(due);
        assertThat(daily.next(due)).contains(due.plusSeconds(86_400));
        assertThat(daily.upcoming(due, 1)).containsExactly(due);
        assertThat(daily.upcoming(due.plusNanos(1), 1)).containsExactly(due.plusSeconds(86_400));
        assertThat(daily.upcoming(due, 0)).isEmpty();
    }

    @Test
    void ofTheInstantsMissedOnlyTheLatestCounts() {
        Timetable daily = timetable("07:30", "daily", SHANGHAI);
        Instant first = Instant.parse("2026-11-20T23:30:00Z");
        Instant latest = Instant.parse("2026-11-22T23:30:00Z");
        assertThat(daily.latest(first, latest)).contains(latest);
        assertThat(daily.latest(first, latest.plusSeconds(86_399))).contains(latest);
        assertThat(daily.latest(first, latest.minusMillis(1))).contains(latest.minusSeconds(86_400));
        assertThat(daily.latest(latest, latest)).isEmpty();
        assertThat(daily.latest(latest, latest.plusSeconds(60))).isEmpty();
        assertThat(timetable("07:30", "sun", SHANGHAI).latest(Instant.EPOCH, Instant.parse("2026-11-22T00:00:00Z")))
                .contains(Instant.parse("2026-11-21T23:30:00Z"));
    }

    @Test
    void instantHasNoDueTimes() {
        Timetable instant = timetable("07:30", "instant", SHANGHAI);
        assertThat(instant.next(Instant.EPOCH)).isEmpty();
        assertThat(instant.latest(Instant.EPOCH, Instant.parse("2026-11-22T00:00:00Z")))
                .isEmpty();
        assertThat(instant.upcoming(Instant.EPOCH, 5)).isEmpty();
    }

    @Test
    void theTimeIsToTheMinute() {
        assertThatThrownBy(() -> timetable("07:30:01", "daily", SHANGHAI)).hasMessageContaining("to the minute");
    }
}
