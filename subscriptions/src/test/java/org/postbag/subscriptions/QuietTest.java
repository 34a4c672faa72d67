package org.postbag.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietTest {

    @ParameterizedTest
    @CsvSource({
        "23:00-07:00, 23:00, true", "23:00-07:00, 22:59, false", "23:00-07:00, 00:00, true", "23:00-07:00, 06:59, true",
        "23:00-07:00, 07:00, false", "12:00-14:00, 11:59, false", "12:00-14:00, 12:00, true",
                "12:00-14:00, 13:59, true",
        "12:00-14:00, 14:00, false", "12:00-14:00, 23:00, false", "00:00-06:00, 00:00, true",
                "22:00-00:00, 00:00, false",
        "22:00-00:00, 23:59, true",
    })
    void mayCrossMidnight(String quiet, LocalTime time, boolean contained) {
        assertThat(Quiet.parse(quiet).contains(time)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23:00-07:00", " 23:00 - 7:00 ", "23:00–07:00", "23:00~07:00", "23：00至07：00", "23:00到7:00"})
    void areReadAsPeopleTypeThem(String written) {
        assertThat(Quiet.parse(written)).isEqualTo(new Quiet(LocalTime.of(23, 0), LocalTime.of(7, 0)));
        assertThat(Quiet.parse(written)).hasToString("23:00-07:00");
        assertThat(Quiet.parseOrOff(written)).contains(Quiet.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF", " none", "关", "关闭", "无", "無"})
    void canBeSwitchedOff(String written) {
        assertThat(Quiet.parseOrOff(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "23:00, quiet hours '23:00': write start and end",
        "23:00-07:00-08:00, write start and end",
        "'', write start and end",
        "23:00-25:00, time '25:00'",
        "a-b, time 'a'",
        "07:00-07:00, quiet hours from 07:00 to the same time",
    })
    void whatIsNoSpanIsRefusedWithAnExample(String written, String message) {
        assertThatThrownBy(() -> Quiet.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("such as");
    }

    @Test
    void timesOfDayAreReadAsPeopleTypeThemAndWrittenWithTwoDigits() {
        assertThat(TimeOfDay.parse("7:30")).isEqualTo(LocalTime.of(7, 30));
        assertThat(TimeOfDay.parse(" 07：30 ")).isEqualTo(LocalTime.of(7, 30));
        assertThat(TimeOfDay.parse("00:00")).isEqualTo(LocalTime.MIDNIGHT);
        for (int minute = 0; minute < 24 * 60; minute++) {
            LocalTime time = LocalTime.of(minute / 60, minute % 60);
            assertThat(TimeOfDay.format(time)).isEqualTo(time.toString());
            assertThat(TimeOfDay.parse(TimeOfDay.format(time))).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "7", "07:60", "7:3", "07:30:00", "-1:00", "", "noon", "٠٧:٣٠"})
    void whatIsNoTimeOfDayIsRefusedWithAnExample(String written) {
        assertThatThrownBy(() -> TimeOfDay.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time '" + written + "': write hours and minutes from 00:00 to 23:59, such as 07:30");
    }
}
