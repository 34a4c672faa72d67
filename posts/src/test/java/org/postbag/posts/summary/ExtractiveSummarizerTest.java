package org.postbag.posts.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.posts.text.ReadingLength;

class ExtractiveSummarizerTest {
    private static final String NEWS = "新华社北京5月20日电（记者王小明）深圳地铁十六号线20日正式通车，全长二十九公里，设二十四座车站。"
            + "沿线居民李女士说，从坪山到龙岗的时间缩短了一半。\n据介绍，新线采用全自动运行系统，最高时速八十公里。"
            + "票价不变。\n扫码关注我们的公众号\n责任编辑：张三";

    private final ExtractiveSummarizer summarizer = new ExtractiveSummarizer();

    private String chars(String text, int max) {
        return summarizer.summarize(new Draft(null, null, text), new Budget(max, 0, 0));
    }

    private String words(String text, int max) {
        return summarizer.summarize(new Draft("en", null, text), new Budget(0, max, 0));
    }

    @Test
    void theSummaryBeginsWithTheNewsAndNotWithTheDateline() {
        assertThat(chars(NEWS, 40)).startsWith("深圳地铁十六号线20日正式通车，全长二十九公里");
        assertThat(words(
                        "WASHINGTON, May 5 (Reuters) - The old lighthouse was lit again on Friday. A village watched.",
                        9))
                .isEqualTo("The old lighthouse was lit again on Friday.");
        assertThat(words("Hello everyone, The lighthouse is lit. Come and see it soon.", 4))
                .isEqualTo("The lighthouse is lit.");
    }

    @Test
    void advertsAndCreditsAreNoPartOfIt() {
        assertThat(chars(NEWS, 0)).doesNotContain("扫码", "责任编辑", "记者王小明").contains("票价不变");
    }

    @Test
    void asidesInBracketsAreLeftOut() {
        assertThat(chars("北京（首都）的冬天【组图】很冷。", 0)).isEqualTo("北京的冬天很冷。");
        assertThat(words("The town (population 3,000), which is old [1], grew.", 0))
                .isEqualTo("The town, which is old, grew.");
    }

    @ParameterizedTest
    @CsvSource({
        "40, 0, 0",
        "120, 0, 0",
        "0, 25, 0",
        "0, 60, 0",
        "0, 0, 1",
        "0, 0, 3",
        "10, 0, 0",
        "1, 0, 0",
        "30, 10, 1",
        "0, 1, 0"
    })
    void theBudgetHoldsWhateverTheText(int chars, int words, int sentences) {
        Random random = new Random(17);
        String alphabet = "深圳市长说，。！“”（） abc Def, ghi. X…\n、；\ud83d\ude00";
        Budget budget = new Budget(chars, words, sentences);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(200); n > 0; n--)
                text.appendCodePoint(alphabet.codePoints()
                        .skip(random.nextInt(alphabet.codePointCount(0, alphabet.length())))
                        .findFirst()
                        .orElseThrow());
            String summary = summarizer.summarize(new Draft(null, null, text.toString()), budget);
            if (chars > 0)
                assertThat(summary.codePointCount(0, summary.length())).isLessThanOrEqualTo(chars);
            if (words > 0) assertThat(ReadingLength.words(summary)).isLessThanOrEqualTo(words);
            if (text.toString().isBlank()) assertThat(summary).isEmpty();
        }
    }

    @Test
    void everyClauseIsTheTextsOwn() {
        String text = Asides.remove(NEWS);
        for (int max = 5; max < 200; max++) assertThat(text).contains(clauses(chars(NEWS, max)));
    }

    @Test
    void everyClauseIsTheTextsOwnWhateverTheText() {
        Random random = new Random(23);
        String[] pieces = {
            "近日，",
            "据悉，",
            "随着冬天到来，",
            "灯塔重新点亮",
            "全村都来观看",
            "（摄影：王某）",
            "[1]",
            "，",
            "；",
            "。",
            "！”",
            "“",
            "：",
            "\n",
            "图为灯塔",
            "The keeper",
            " lit it",
            " himself",
            ", ",
            ". ",
            "; ",
            " (AP)",
            " said",
            "12月3日上午，",
            "村长表示",
            " "
        };
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("灯塔很高。");
            for (int n = random.nextInt(60); n > 0; n--) text.append(pieces[random.nextInt(pieces.length)]);
            String own = Asides.remove(text.toString());
            Budget budget =
                    i % 2 == 0 ? new Budget(5 + random.nextInt(120), 0, 0) : new Budget(0, 1 + random.nextInt(60), 0);
            String summary = summarizer.summarize(new Draft(null, "灯塔", text.toString()), budget);
            assertThat(own).contains(clauses(summary));
        }
    }

    private static String[] clauses(String summary) {
        return Arrays.stream(summary.split("[，。；：！？…“”,.;:!?\n]"))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .toArray(String[]::new);
    }

    @Test
    void itIsNeverShorterThanTheWholeSentencesThatFit() {
        String text = "第一句话有十个字左右。第二句话也有这么多字。第三句话就到此为止了。";
        assertThat(chars(text, 22)).isEqualTo("第一句话有十个字左右。第二句话也有这么多字。");
        assertThat(chars(text, 100)).isEqualTo(text);
    }

    @Test
    void aSentenceThatDoesNotFitIsCutAtAClause() {
        assertThat(chars("灯塔重新点亮，全村都来观看，孩子们唱起了歌。", 16)).isEqualTo("灯塔重新点亮，全村都来观看…");
        assertThat(words("The lighthouse was lit, the village watched, and children sang all night.", 8))
                .isEqualTo("The lighthouse was lit, the village watched…");
    }

    @Test
    void whereClausesLeaveMuchRoomItIsCutBetweenWords() {
        assertThat(chars("灯塔亮了，国家发展改革委今天发布关于沿海灯塔维护工作的指导意见。", 20)).isEqualTo("灯塔亮了，国家发展改革委今天发布…");
        assertThat(words("Supercalifragilistic words without any comma go on and on here", 4))
                .isEqualTo("Supercalifragilistic words…");
        assertThat(words("The keeper lit the old lighthouse of the village with a match", 9))
                .as("no article is left hanging")
                .isEqualTo("The keeper lit the old lighthouse of the village…")
                .doesNotContain("with");
    }

    @Test
    void aSentenceThatDoesNotFitLosesWhatItOpensWith() {
        String text = "12月3日上午，随着冬天到来，灯塔重新点亮，全村都来观看。";
        assertThat(chars(text, 60)).isEqualTo(text);
        assertThat(chars(text, 16)).isEqualTo("灯塔重新点亮，全村都来观看。");
    }

    @Test
    void whatIsNearlyFullIsNotFilledUpWithHalfASentence() {
        String first = "灯塔重新点亮，全村都来观看，孩子们唱起了歌，老人们讲起了从前的故事，渔船也都亮起了灯，连海鸥都飞了回来，一直热闹到天亮才散去，谁也不愿回家。";
        String text = first + "村长王先生昨天在会上对大家说了很久，今后每晚都会点灯，直到天亮，风雨无阻，请大家放心出海。";
        int length = first.codePointCount(0, first.length());
        assertThat(chars(text, length * 100 / 85)).isEqualTo(first);
        assertThat(chars(text, length * 100 / 70)).startsWith(first).hasSizeGreaterThan(first.length());
    }

    @Test
    void theTitleSaysWhichSentenceMatters() {
        String text = "It was a cold and windy day by the sea. Many people came from far away to look around. "
                + "The keeper lit the old lighthouse again. Nobody had expected that to happen at all.";
        Draft draft = new Draft("en", "Keeper lights old lighthouse again", text);
        assertThat(summarizer.summarize(draft, new Budget(0, 8, 0)))
                .isEqualTo("The keeper lit the old lighthouse again.");
    }

    @Test
    void aHeadingDoesNotRunIntoTheSentenceAfterIt() {
        assertThat(chars("灯塔的故事\n灯塔重新点亮。", 40)).isEqualTo("灯塔的故事。灯塔重新点亮。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LONDON (Reuters) - The lighthouse is lit.",
                "(CNN)The lighthouse is lit.",
                "Kabul, Afghanistan (CNN) -- The lighthouse is lit.",
                "By . Jane Doe . PUBLISHED: . 07:47 EST, 18 September 2013 . | . UPDATED: . 08:57 EST, 18 September 2013 . The lighthouse is lit.",
                "By Jane Doe\nThe lighthouse is lit.",
                "Allahabad, Aug 01 (PTI) The lighthouse is lit."
            })
    void datelinesAndBylinesGo(String text) {
        assertThat(words(text, 20)).isEqualTo("The lighthouse is lit.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "新华社北京5月20日电（记者王小明）灯塔重新点亮。",
                "【环球时报综合报道】灯塔重新点亮。",
                "摘要：灯塔重新点亮。",
                "央行网站消息：灯塔重新点亮。",
                "记者从航道局获悉，灯塔重新点亮。",
                "图为灯塔\n2025-11-13 18:26\n灯塔重新点亮。"
            })
    void whatChineseNewsOpensWithGoes(String text) {
        assertThat(chars(text, 40)).isEqualTo("灯塔重新点亮。");
    }

    @Test
    void itDoesNotStopAtSomebodySaid() {
        String text = "灯塔重新点亮。村长王先生昨天在会上对大家表示，今后每晚都会点灯，直到天亮。";
        for (int max = 8; max < 36; max++) assertThat(chars(text, max)).doesNotEndWith("表示…");
        assertThat(chars(text, 23)).isEqualTo("灯塔重新点亮。");
    }

    @Test
    void whatSaysTheSameTwiceIsTakenOnce() {
        String text =
                "The lighthouse was lit again on Friday. The lighthouse was lit again on Friday. The village watched.";
        assertThat(words(text, 12)).isEqualTo("The lighthouse was lit again on Friday. The village watched.");
    }

    @Test
    void theTitleIsNotRepeated() {
        Draft draft = new Draft("en", "Lighthouse lit", "Lighthouse lit\nThe keeper lit it himself.");
        assertThat(summarizer.summarize(draft, new Budget(0, 30, 1))).isEqualTo("The keeper lit it himself.");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'  \n ', ''", "……, ……", "（全文在括号里。）, （全文在括号里。）"})
    void thereIsAlwaysSomethingToSayWhenThereIsText(@Nullable String text, @Nullable String summary) {
        assertThat(chars(text == null ? "" : text, 40)).isEqualTo(summary == null ? "" : summary);
    }

    @Test
    void twentyThousandItemsTakeSeconds() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 450; i++)
            text.append(i % 40 == 39 ? '。' : i % 13 == 12 ? '，' : (char) (0x4e00 + random.nextInt(3000)));
        long start = System.nanoTime();
        for (int i = 0; i < 20_000; i++) chars(text.charAt(i % 450) + text.toString(), 120);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(15_000);
    }
}
