package org.postbag.posts.summary.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.posts.summary.Draft;
import org.postbag.posts.summary.ExtractiveSummarizer;

class FaithfulnessTest {
    private static final Draft ENGLISH = new Draft(
            "en",
            "Harbour town lights its lighthouse again",
            "PORT ELLERY (Coastal News) — The old lighthouse was lit again on Friday after nineteen dark years, said the"
                    + " keeper, Anna Brightwell. The World Harbour Organization paid $2.5 million for the repair, 30 percent"
                    + " more than planned in 2024. About 1,200 people watched. \"It feels like home,\" she told reporters."
                    + " Russian and Norwegian engineers built the lens, which weighs 3 tonnes and is visible for 40 km."
                    + " The next festival is on May 20.");
    private static final Draft CHINESE = new Draft(
            "zh-Hans",
            "海风科技发布新一代机器人",
            "海风科技公司昨日在杭州发布新一代家用机器人“小帆”，售价一万二千元，较上一代下降百分之三十。公司创始人陈静怡说，首批5000台已被预订，"
                    + "预计明年3月交货。该机器人重28.5千克，可连续工作10小时，配有三个摄像头。去年公司营收达到3.2亿元，同比增长15%。"
                    + "业内专家认为，国内家用机器人市场规模将在2030年超过２，０００亿元。陈静怡此前写有《机器与家》一书。");

    private final Faithfulness faithfulness = new Faithfulness();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The lighthouse was lit again on Friday after 19 years.",
                "About 1200 people watched as keeper Anna Brightwell lit the old lighthouse.",
                "Repairs paid for by the WHO cost $2,500,000, or 30% more than planned.",
                "Engineers from Russia built the lens, which weighs three tonnes.",
                "After nineteen dark years, the harbour town of Port Ellery has its lighthouse again, visible for 40 kilometres.",
                "“It feels like home,” said keeper Brightwell; the next festival is on 20 May.",
                "Officials said the World Harbour Organization paid 2.5 million dollars for the lighthouse's repair."
            })
    void whatOnlyRewordsTheTextIsAccepted(String answer) {
        assertThat(faithfulness.objection(ENGLISH, answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The lighthouse was lit again on Friday after 20 years.",
                "The lighthouse was lit again on Friday after ninety dark years.",
                "The lighthouse was lit again on Saturday after nineteen dark years.",
                "The lighthouse was lit again by its keeper, Anna Brighton.",
                "Johnson lit the old lighthouse again on Friday.",
                "The NASA paid $2.5 million for the lighthouse's repair.",
                "The repair of the lighthouse cost 2.5 billion dollars.",
                "The repair of the lighthouse cost 30 dollars more than planned.",
                "The lens of the lighthouse weighs 3 kilograms and is visible for 40 km.",
                "“It feels like heaven,” she told reporters at the lighthouse.",
                "The next festival of the lighthouse is on June 20.",
                "The old lighthouse was lit again, see http://example.com/light for more.",
                "**The old lighthouse** was lit again on Friday after nineteen dark years.",
                "- The old lighthouse was lit again on Friday after nineteen dark years.",
                "Le vieux phare a été rallumé vendredi par sa gardienne dans la ville.",
                "灯塔在熄灭十九年后于周五再次点亮。",
                "Stocks fell sharply as traders worried about interest rates and inflation.",
                "Lighthouse lit.",
                "The lighthouse\u202e was lit again on Friday after nineteen dark years."
            })
    void whatTheTextDoesNotSayIsRejected(String answer) {
        assertThat(faithfulness.objection(ENGLISH, answer)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "海风科技昨日在杭州推出新一代家用机器人“小帆”，售价1.2万元，比上一代下降30%。",
                "海风科技发布家用机器人，售价12000元，首批五千台已预订完毕，明年三月交货。",
                "创始人陈静怡表示，新机器人重28.5公斤，可工作十小时，配有3个摄像头。",
                "公司去年营收3.2亿元，增长15%；专家预计2030年国内市场将超2000亿元。",
                "该公司去年营收为32000万元，同比增长百分之十五，陈静怡著有《机器与家》。",
                "海风科技的新机器人在杭州亮相，价格较上一代下降三成，首批已被预订。"
            })
    void chineseRewordingsAreAccepted(String answer) {
        assertThat(faithfulness.objection(CHINESE, answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "海风科技昨日在杭州发布新一代家用机器人，售价1.3万元。",
                "海风科技昨日在杭州发布新一代家用机器人，首批六千台已被预订。",
                "海风科技昨日在杭州发布新一代家用机器人，配有四个摄像头。",
                "海风科技昨日在上海发布新一代家用机器人“小帆”。",
                "海风科技创始人王建国说，首批5000台机器人已被预订。",
                "海风科技创始人李明说，首批5000台机器人已被预订。",
                "海风科技和腾讯昨日在杭州发布新一代家用机器人。",
                "蓝海公司昨日在杭州发布新一代家用机器人“小帆”。",
                "海风科技昨日在杭州发布新一代家用机器人“小船”。",
                "海风科技昨日与 OpenAI 在杭州发布新一代家用机器人。",
                "海风科技昨日发布新一代家用机器人，将销往美国。",
                "海风科技昨日在浙江大学发布新一代家用机器人。",
                "海风科技昨日发布家用机器人，陈静怡著有《机器人时代》。",
                "海風科技昨日在杭州發佈新一代家用機器人，可連續工作10小時。",
                "海风科技昨日发布新一代家用机器人，可连续工作10天。",
                "海风科技昨日发布ロボット新一代家用机器人。"
            })
    void chineseInventionsAreRejected(String answer) {
        assertThat(faithfulness.objection(CHINESE, answer)).isPresent();
    }

    @Test
    void theObjectionSaysWhatItIsAbout() {
        assertThat(faithfulness.objection(ENGLISH, "The lighthouse was lit again on Friday after 20 years."))
                .contains("number not in the text: 20");
        assertThat(faithfulness.objection(CHINESE, "海风科技昨日在上海发布新一代家用机器人。"))
                .contains("name or quotation not in the text: 上海");
    }

    @Test
    void sentencesOfTheTextItselfAreAlwaysAccepted() {
        for (Draft draft : new Draft[] {ENGLISH, CHINESE, LlmScene.DRAFT})
            for (String sentence : new org.postbag.posts.text.Sentences().split(draft.text()))
                assertThat(faithfulness.objection(draft, sentence)).as(sentence).isEmpty();
        String extract = new ExtractiveSummarizer()
                .summarize(CHINESE, LlmScene.BUDGETS)
                .texts()
                .get(1);
        assertThat(faithfulness.objection(CHINESE, extract)).isEmpty();
    }

    @Test
    void noTextWhateverItHoldsMakesTheCheckFail() {
        Random random = new Random(5);
        String alphabet = "1２三四十百万亿,.，。 -'’点 thousand twenty million %《》“”Aa王京ァ・ーé😀<|&;#\n$¥多分之";
        int[] all = alphabet.codePoints().toArray();
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) text.appendCodePoint(all[random.nextInt(all.length)]);
            faithfulness.objection(
                    new Draft(null, null, text.toString()), text.reverse().toString());
            faithfulness.objection(ENGLISH, text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-",
                "A.",
                "A b ",
                "A",
                "1,",
                "1'",
                "1万",
                "一",
                "百",
                "twenty ",
                "two hundred and ",
                "《",
                "“a",
                "王",
                "ア",
                "<a",
                "&a",
                "1 ",
                "a@",
                "Of the "
            })
    void longMonotonousTextsTakeNoLongTime(String piece) {
        Draft draft = new Draft("en", null, piece.repeat(6_000));
        long start = System.nanoTime();
        faithfulness.objection(draft, piece.repeat(400));
        faithfulness.objection(draft, "The old lighthouse was lit again on Friday after 20 dark years.");
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(10_000);
    }
}
