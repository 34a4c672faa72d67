package org.postbag.posts.summary.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "一千二百人 | 1,200人",
                "１，２００人 | 1200 people",
                "3500000 yuan | 350万元",
                "3.5 million | 350万",
                "1亿3000万人 | 1.3亿人",
                "一亿三千万 | 130 million",
                "百分之三十 | 30%",
                "30 percent | ３０％",
                "nineteen years | 19-year",
                "two hundred and fifty thousand | 250,000",
                "二〇二六年 | 2026年",
                "2026-05-20 | 2026年5月20日",
                "2026年5月20日 | 2026.05.20",
                "三点五米 | 3.5米",
                "1.234.567,89 € | 1,234,567.89 €",
                "1\u00a0234\u00a0567 | 1,234,567",
                "20-30% | 20%至30%",
                "both sides | two sides",
                "$2bn | 2 billion dollars",
                "两名 | 2名",
                "١٢ | 12",
                "28.5千克 | 28.5公斤",
                "Covid-19 | Covid-19",
                "version 1.2.3 | version 1.2.3",
                "0.50 | 0.5",
                "没有数字 | 一个人，一致，十分，万一，四川，三明治"
            })
    void numbersThatAreEqualAreTheSame(String text, String answer) {
        assertThat(new Figures(text).missing(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,200 | 1,201",
                "12万 | 12亿",
                "3.5 million | 3.5 billion",
                "30% | 30公里",
                "30美元 | 30元",
                "三年 | 三天",
                "二十四座 | 二十五座",
                "三名 | 四名",
                "version 1.2.3 | version 1.2.4",
                "2026-05-20 | 2026.05.21",
                "nineteen | ninety",
                "五千 | 五百",
                "on May 20 | 20 years",
                "1亿3000万 | 1.4亿"
            })
    void numbersThatDifferAreMissed(String text, String answer) {
        assertThat(new Figures(text).missing(answer)).isPresent();
    }

    @Test
    void chineseNumeralsReadAsTheyAreSpoken() {
        assertThat(HanNumeral.read("三千五百万")).contains(new BigDecimal(35_000_000));
        assertThat(HanNumeral.read("一千零一")).contains(new BigDecimal(1001));
        assertThat(HanNumeral.read("十万")).contains(new BigDecimal(100_000));
        assertThat(HanNumeral.read("三万亿")).contains(new BigDecimal(3_000_000_000_000L));
        assertThat(HanNumeral.read("两亿零五十")).contains(new BigDecimal(200_000_050));
        assertThat(HanNumeral.read("三四十")).isEmpty();
        assertThat(HanNumeral.read("")).isEmpty();
    }

    @Test
    void everyNumberIsFoundAgainHoweverItIsWritten() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            long n = 1L + random.nextInt(random.nextBoolean() ? 2_000_000_000 : 10_000);
            Figures figures = new Figures("共有 " + n + " 人");
            assertThat(figures.missing(java.text.NumberFormat.getInstance(java.util.Locale.ROOT)
                                    .format(n) + "人"))
                    .as("%d grouped", n)
                    .isEmpty();
            assertThat(figures.missing(spoken(n) + "人")).as(spoken(n)).isEmpty();
            assertThat(figures.missing((n + 1) + "人")).isPresent();
        }
    }

    private static String spoken(long n) {
        if (n >= 100_000_000) return spoken(n / 100_000_000) + "亿" + rest(n % 100_000_000, 10_000_000);
        if (n >= 10_000) return spoken(n / 10_000) + "万" + rest(n % 10_000, 1_000);
        if (n >= 1_000) return spoken(n / 1_000) + "千" + rest(n % 1_000, 100);
        if (n >= 100) return spoken(n / 100) + "百" + rest(n % 100, 10);
        if (n >= 10) return spoken(n / 10) + "十" + rest(n % 10, 1);
        return String.valueOf("零一二三四五六七八九".charAt((int) n));
    }

    private static String rest(long n, long least) {
        if (n == 0) return "";
        return (n < least ? "零" : "") + spoken(n);
    }
}
