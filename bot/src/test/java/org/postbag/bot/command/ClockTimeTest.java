package org.postbag.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTimeTest {

    @ParameterizedTest
    @CsvSource({
        "7:30,07:30",
        "07:30,07:30",
        "7.5,07:05",
        "7,07:00",
        "7点,07:00",
        "7点30,07:30",
        "7点30分,07:30",
        "7点半,07:30",
        "晚上8点,20:00",
        "晚上8点一刻,20:15",
        "晚上12点,00:00",
        "凌晨1点三刻,01:45",
        "中午1点,13:00",
        "中午12点,12:00",
        "早上6点半,06:30",
        "下午3时,15:00",
        "7pm,19:00",
        "7:45PM,19:45",
        "12am,00:00",
        "12pm,12:00",
        "23:59,23:59",
        "0,00:00"
    })
    @DisplayName("times as people type them")
    void read(String text, LocalTime time) {
        assertThat(ClockTime.read(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "7:60", "25:00", "soon", "weekdays", "7:30:00", "-1", "周一", "2026-11-20"})
    @DisplayName("what no clock shows is no time")
    void refused(String text) {
        assertThat(ClockTime.read(text)).isEmpty();
    }
}
