package org.postbag.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3|3",
                "3, 7|3 7",
                "3-5|3 4 5",
                "３、７|3 7",
                "5-3|3 4 5",
                "第3篇|3",
                "#3|3",
                "3 和 7|3 7",
                "3.|3",
                "3到5|3 4 5",
                "3 3|3"
            })
    @DisplayName("numbers as people write them")
    void understood(String text, String numbers) {
        assertThat(Numbers.parse(text).orElseThrow().stream()
                        .map(String::valueOf)
                        .toList())
                .containsExactly(numbers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "3 apples", "/read 3", "07:30", "2026-11-20", "12345", "-", "3 or 4"})
    @DisplayName("anything else is no answer with numbers")
    void refused(String text) {
        assertThat(Numbers.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("a huge range is bounded")
    void bounded() {
        Set<Integer> numbers = Numbers.parse("1-999").orElseThrow();
        assertThat(numbers).hasSizeLessThanOrEqualTo(Numbers.MOST + 1);
    }
}
