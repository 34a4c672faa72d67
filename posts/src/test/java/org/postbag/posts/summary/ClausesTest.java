package org.postbag.posts.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClausesTest {

    /** Cut so that what stands before the bar, and an ellipsis, would just fit. */
    private static String cut(String marked) {
        String sentence = marked.replace("|", "");
        int room = marked.indexOf('|') + 1;
        return Clauses.cut(sentence, piece -> piece.length() <= room);
    }

    @ParameterizedTest
    @CsvSource({
        "这艘新船充满一次电能够平稳航行46|小时左右再回来, 这艘新船充满一次电能够平稳航行…",
        "这座跨海大桥的总投资约46|亿元人民币并且分期, 这座跨海大桥的总投资…",
        "这座跨海大桥的新引桥全长近三|公里并且分期通车, 这座跨海大桥的新引桥全长…",
        "这座跨海大桥昨天举行了第12|次防台风应急演练, 这座跨海大桥昨天举行了…",
        "这座跨海大桥昨天一共花了＄46|万用来购买新灯泡, 这座跨海大桥昨天一共花了…",
        "The new ferry can sail for about 46| hours with full batteries, The new ferry can sail…",
        "The new ferry was built at a cost of $46| million last year, The new ferry was built at a cost…",
        "Die neue Fähre fährt mit einer Ladung rund 46| Stunden lang, Die neue Fähre fährt mit einer Ladung…",
    })
    void noNumberIsLeftWithoutWhatItCounts(String marked, String expected) {
        assertThat(cut(marked)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "The new ferry was first seen here in 1998| by the keeper, The new ferry was first seen here in 1998…",
        "这艘新船的试航时间增加了46%|左右以后才回来, 这艘新船的试航时间增加了46%…",
        "这艘新船昨天在海上航行了46小时|左右以后才回来, 这艘新船昨天在海上航行了46小时…",
    })
    void aNumberThatSaysAllStays(String marked, String expected) {
        assertThat(cut(marked)).isEqualTo(expected);
    }

    @Test
    void countsAndDatesAreNotHalved() {
        assertThat(cut("这条新航线沿途停靠了连续5个|海边车站和码头")).isEqualTo("这条新航线沿途停靠了连续…");
        assertThat(cut("这条新航线计划于2026年11月|25日正式开通")).isEqualTo("这条新航线计划…");
    }

    @ParameterizedTest
    @CsvSource({
        "这座新建的大型海上灯塔耗资|一千多万元人民币, 这座新建的大型海上灯塔…",
        "如今村里会流利讲方言的人估计|只剩下几十位老人, 如今村里会流利讲方言的人…",
        "这座古老的海边灯塔如今位于|公园的正中心地带, 这座古老的海边灯塔如今…",
        "村民们修好了灯塔和码头以及|整条海边石板小路, 村民们修好了灯塔和码头…",
        "渔船昨天晚上没有出海因为|天气预报说有台风, 渔船昨天晚上没有出海…",
        "The keeper crossed the bay on a single| battery charge, The keeper crossed the bay…",
        "The keeper has said that he would have| liked to stay, The keeper has said…",
        "Der Wärter hat die Lampe in der| letzten Nacht gelöscht, Der Wärter hat die Lampe…",
        "Le gardien a rallumé le phare avec une| simple allumette, Le gardien a rallumé le phare…",
        "El farero encendió la luz para los| barcos del pueblo, El farero encendió la luz…",
    })
    void noWordIsLeftWaitingForTheNext(String marked, String expected) {
        assertThat(cut(marked)).isEqualTo(expected);
    }

    @Test
    void aWordThatOnlyEndsLikeAParticleStays() {
        assertThat(cut("今年村里修灯塔有了明确的目的|所以大家都很高兴")).isEqualTo("今年村里修灯塔有了明确的目的…");
    }

    @Test
    void aClauseIsPreferredWhereItFillsMostOfTheRoom() {
        assertThat(cut("The lamp of the old tower was lit again last night, and nearly| every child came"))
                .isEqualTo("The lamp of the old tower was lit again last night…");
        assertThat(cut("比赛中主队在最后时刻以3：2|反超对手赢得冠军")).doesNotContain("3…").startsWith("比赛中主队在最后时刻");
    }

    @Test
    void whereOnlyLooseWordsFitTheyAreKept() {
        assertThat(cut("Of the| lighthouse")).isEqualTo("Of the…");
    }
}
