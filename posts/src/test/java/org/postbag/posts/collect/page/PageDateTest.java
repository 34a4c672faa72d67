package org.postbag.posts.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDateTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-11-20T08:30:00Z; 2026-11-20T08:30:00Z",
                "2026-11-20T08:30:00.123+0100; 2026-11-20T07:30:00Z",
                "2026-11-20T08:30+01:00; 2026-11-20T07:30:00Z",
                "2026-11-20 08:30; 2026-11-20T00:30:00Z",
                "2026/11/20 8:30:15; 2026-11-20T00:30:15Z",
                "2026年11月20日 08:30; 2026-11-20T00:30:00Z",
                "2026年11月20日08:30 来源：示例网; 2026-11-20T00:30:00Z",
                "发布时间：2026年11月20日 下午3:05; 2026-11-20T07:05:00Z",
                "2026年11月20日（周五）08:30; 2026-11-20T00:30:00Z",
                "2026-11-20; 2026-11-20T04:00:00Z",
                "20261120; 2026-11-20T04:00:00Z",
                "'Fri, 20 Nov 2026 08:30:00 +0000'; 2026-11-20T08:30:00Z",
                "'Fri, 20 Nov 2026 08:30:00 EST'; 2026-11-20T13:30:00Z",
                "20 November 2026; 2026-11-20T04:00:00Z",
                "'Nov 20, 2026'; 2026-11-20T04:00:00Z",
                "'Published November 20th, 2026 at 3:05 p.m. PST'; 2026-11-20T23:05:00Z",
                "20. November 2026; 2026-11-20T04:00:00Z",
                "20 de novembro de 2026; 2026-11-20T04:00:00Z",
                "20.11.2026; 2026-11-20T04:00:00Z",
                "11/20/2026; 2026-11-20T04:00:00Z",
                "1795163400; 2026-11-20T08:30:00Z",
            })
    @DisplayName("Dates are read as people write them, in the zone of the page where they name none")
    void forms(String written, Instant meant) {
        assertThat(PageDate.find(written, SHANGHAI)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no date", "31.02.2026", "2026-13-01", "10/11/2026", "version 2026.1", "call 010-85650899"})
    @DisplayName("What is no date, or could be two, is none")
    void none(String written) {
        assertThat(PageDate.find(written, SHANGHAI)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3小时前; 2026-11-22T01:00:00Z",
                "2 hours ago; 2026-11-22T02:00:00Z",
                "an hour ago; 2026-11-22T03:00:00Z",
                "半小时前; 2026-11-22T03:30:00Z",
                "5分钟前; 2026-11-22T03:55:00Z",
                "3 days ago; 2026-11-19T04:00:00Z",
                "昨天 08:30; 2026-11-21T00:30:00Z",
                "今天 08:30; 2026-11-22T00:30:00Z",
                "刚刚; 2026-11-22T04:00:00Z",
                "11月20日; 2026-11-20T04:00:00Z",
                "12-20 08:30; 2025-12-20T00:30:00Z",
                "2026-11-20 08:30; 2026-11-20T00:30:00Z",
            })
    @DisplayName("Lists say how long ago, or leave out the year")
    void relative(String written, Instant meant) {
        assertThat(new RelativeDate(NOW, SHANGHAI).read(written)).contains(meant);
    }

    @Test
    @DisplayName("No text makes it fail")
    void anything() {
        Random random = new Random(7);
        String letters = "0123456789-/.:年月日 ,ZTNovagoampm前小时+";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) text.append(letters.charAt(random.nextInt(letters.length())));
            assertThat(new RelativeDate(NOW, SHANGHAI).read(text.toString())).isNotNull();
        }
    }
}
