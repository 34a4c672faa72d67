package org.postbag.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Timetables against the rules of every zone there is, worked out from the offsets and not from ZonedDateTime. */
class TimetableEveryZoneTest {

    private static final List<ZoneId> ZONES =
            new TreeSet<>(ZoneId.getAvailableZoneIds()).stream().map(ZoneId::of).toList();
    private static final Instant FROM = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2038-01-01T00:00:00Z");

    /** When a wall clock shows this for the first time, or would if it had not been put forward. */
    private static Instant expected(LocalDateTime wall, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = rules.getTransition(wall);
            return wall.plus(gap.getDuration()).toInstant(gap.getOffsetAfter());
        }
        return offsets.stream().map(wall::toInstant).min(Instant::compareTo).orElseThrow();
    }

    private static List<Instant> expected(Timetable timetable, Instant after, Instant upTo) {
        TreeSet<Instant> due = new TreeSet<>();
        LocalDate last = upTo.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(2);
        for (LocalDate date = after.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(3);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            if (!timetable.days().on().contains(date.getDayOfWeek())) continue;
            Instant instant = expected(date.atTime(timetable.at()), timetable.zone());
            if (instant.isAfter(after) && !instant.isAfter(upTo)) due.add(instant);
        }
        return new ArrayList<>(due);
    }

    private static void assertDue(Timetable timetable, Instant after, Instant upTo) {
        List<Instant> expected = expected(timetable, after, upTo);
        List<Instant> walked = new ArrayList<>();
        for (Instant due = timetable.next(after).orElseThrow();
                !due.isAfter(upTo);
                due = timetable.next(due).orElseThrow()) walked.add(due);
        String which = timetable + " in (" + after + ", " + upTo + "]";
        assertThat(walked).as(which).isEqualTo(expected);
        assertThat(timetable.upcoming(after.plusMillis(1), expected.size()))
                .as(which)
                .isEqualTo(expected);
        assertThat(timetable.latest(after, upTo).stream().toList())
                .as(which)
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.get(expected.size() - 1)));
    }

    @Example
    void aroundEveryChangeOfEveryZonesClocks() {
        for (ZoneId zone : ZONES) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(FROM);
            for (int n = 0; n < 12 && change != null && change.getInstant().isBefore(TO); n++) {
                Set<LocalTime> times = Set.of(
                        minute(change.getDateTimeBefore().toLocalTime()),
                        minute(change.getDateTimeBefore().toLocalTime().plusMinutes(1)),
                        minute(change.getDateTimeBefore().toLocalTime().minusMinutes(1)),
                        minute(change.getDateTimeAfter().toLocalTime().plusMinutes(15)),
                        minute(change.getDateTimeAfter().toLocalTime().minusMinutes(15)));
                for (LocalTime at : times)
                    assertDue(
                            new Timetable(at, Days.DAILY, zone),
                            change.getInstant().minus(Duration.ofHours(50)),
                            change.getInstant().plus(Duration.ofHours(50)));
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
    }

    private static LocalTime minute(LocalTime time) {
        return time.withSecond(0).withNano(0);
    }

    @Property(tries = 2000)
    void atAnyTimeOnAnyDaysInAnyZone(@ForAll("timetables") Timetable timetable, @ForAll("instants") Instant after) {
        assertDue(timetable, after, after.plus(Duration.ofDays(20)));
    }

    @Property(tries = 500)
    void aChangeOfZoneNeverBringsAnInstantTwice(
            @ForAll("timetables") Timetable one,
            @ForAll("timetables") Timetable other,
            @ForAll("instants") Instant change) {
        Instant last = one.latest(change.minus(Duration.ofDays(15)), change).orElseThrow();
        assertThat(other.next(change).orElseThrow()).isAfter(change).isAfter(last);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(FROM.getEpochSecond(), TO.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Timetable> timetables() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 60 - 1).map(m -> LocalTime.of(m / 60, m % 60));
        Arbitrary<Days> days =
                Arbitraries.of(DayOfWeek.values()).set().ofMinSize(1).map(Days::of);
        return Combinators.combine(times, days, Arbitraries.of(ZONES)).as(Timetable::new);
    }
}
