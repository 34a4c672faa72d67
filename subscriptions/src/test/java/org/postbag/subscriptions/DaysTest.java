package org.postbag.subscriptions;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daily|daily",
                "每天|daily",
                "每日|daily",
                "天天|daily",
                " Daily |daily",
                "mon,tue,wed,thu,fri,sat,sun|daily",
                "周一二三四五六日|daily",
                "weekdays|weekdays",
                "工作日|weekdays",
                "平日|weekdays",
                "fri,mon,tue,wed,thu|weekdays",
                "weekly|weekly",
                "每周|weekly",
                "每週|weekly",
                "每星期|weekly",
                "mon|mon",
                "周一|mon",
                "Monday|mon",
                "thu,mon|mon,thu",
                "mon thu|mon,thu",
                "mon, thu|mon,thu",
                "mon;thu|mon,thu",
                "周一、周四|mon,thu",
                "周一四|mon,thu",
                "星期一，星期四|mon,thu",
                "礼拜六|sat",
                "禮拜六|sat",
                "週日|sun",
                "周天|sun",
                "SUN,SAT|sat,sun",
                "mon,mon|mon",
                "instant|instant",
                "即时|instant",
                "即時|instant",
                "实时|instant",
            })
    void areReadInEnglishAndChinese(String written, String word) {
        assertThat(Days.parse(written)).hasToString(word);
        assertThat(Days.parse(Days.parse(written).toString())).isEqualTo(Days.parse(written));
    }

    @Test
    void nameTheDaysTheyAreOn() {
        assertThat(Days.DAILY.on()).containsExactly(DayOfWeek.values());
        assertThat(Days.WEEKDAYS.on()).containsExactly(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
        assertThat(Days.WEEKLY.on()).containsExactly(MONDAY);
        assertThat(Days.INSTANT.on()).isEmpty();
        assertThat(Days.parse("sun,sat").on()).containsExactly(SATURDAY, SUNDAY);
        assertThat(Days.INSTANT.isInstant()).isTrue();
        assertThat(Days.WEEKLY.isInstant()).isFalse();
    }

    @Test
    void everySetOfDaysIsWrittenSoThatItIsReadBack() {
        for (int bits = 1; bits < 128; bits++) {
            Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) if ((bits & (1 << (day.getValue() - 1))) != 0) on.add(day);
            assertThat(Days.parse(Days.of(on).toString()).on()).isEqualTo(on);
        }
    }

    @Test
    void areEqualWhenTheirWordIs() {
        assertThat(Days.parse("mon,thu")).isEqualTo(Days.parse("thu,mon")).hasSameHashCodeAs(Days.parse("thu,mon"));
        assertThat(Days.parse("mon")).isNotEqualTo(Days.WEEKLY);
        assertThat(Days.DAILY.equals((Object) "daily")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "mon,", "never", "mo", "周", "周八", "mon-fri", "daily,mon", "instant,mon"})
    void whatNamesNoDaysIsRefusedWithAnExample(String written) {
        assertThatThrownBy(() -> Days.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("days '" + written + "': write daily, weekdays, weekly, instant, or days such as mon,thu");
    }

    @Test
    void aListThatGoesOnForEverIsRefused() {
        assertThat(Days.parse("mon" + ",mon".repeat(49))).hasToString("mon");
        assertThatThrownBy(() -> Days.parse("mon" + ",mon".repeat(50))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noDaysAtAllAreNotDays() {
        assertThatThrownBy(() -> Days.of(Set.of())).hasMessageContaining("at least one day");
    }
}
