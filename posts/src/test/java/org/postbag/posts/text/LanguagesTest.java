package org.postbag.posts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private final Languages languages = new Languages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-Hans | 这座灯塔在黑暗十九年后重新点亮，全村人都来观看。",
                "zh-Hant | 這座燈塔在黑暗十九年後重新點亮，全村人都來觀看。",
                "zh-Hans | 使用 Spring Boot 构建 RESTful API 服务，并部署到 Kubernetes 集群，配置 Prometheus 监控。",
                "ja      | 灯台は十九年ぶりに灯り、村中の人が見守りました。",
                "ko      | 등대가 십구 년 만에 다시 켜졌고 온 마을이 지켜보았다.",
                "en      | The lighthouse was lit again and the whole village came to watch it.",
                "de      | Der Leuchtturm wurde wieder angezündet, und das ganze Dorf war mit dabei.",
                "fr      | Le phare est de nouveau allumé et tout le village est venu pour le voir.",
                "es      | El faro se encendió de nuevo y todo el pueblo vino para verlo con los niños.",
                "it      | Il faro è stato acceso di nuovo e tutto il villaggio è venuto per vederlo nella notte.",
                "pt      | O farol foi aceso de novo e não há quem na aldeia não tenha vindo para ver.",
                "nl      | De vuurtoren is weer aangestoken en het hele dorp kwam om het te zien.",
                "pl      | Latarnia morska została ponownie zapalona i nie było nikogo, kto się nie przyszedł.",
                "tr      | Deniz feneri yeniden yakıldı ve bütün köy bunu görmek için çok erken geldi.",
                "vi      | Ngọn hải đăng đã được thắp sáng và cả làng đều đến xem.",
                "id      | Mercusuar itu dinyalakan lagi dan seluruh desa datang untuk melihat dengan gembira.",
                "ru      | Маяк снова зажгли, и вся деревня пришла посмотреть на это событие.",
                "uk      | Маяк знову запалили, і все село прийшло подивитися на її світло.",
                "bg      | Фарът беше запален отново и цялото село дойде да го види, въпреки дъжда.",
                "el      | Ο φάρος άναψε ξανά και όλο το χωριό ήρθε να τον δει.",
                "ar      | أضيئت المنارة مرة أخرى وجاءت القرية كلها لمشاهدتها",
                "fa      | چراغ دریایی پس از سال‌ها دوباره روشن شد و گروهی آمدند",
                "he      | המגדלור הודלק שוב וכל הכפר בא לראות",
                "th      | ประภาคารถูกจุดขึ้นอีกครั้งและคนทั้งหมู่บ้านมาดู",
                "hi      | प्रकाशस्तंभ फिर से जलाया गया और पूरा गाँव देखने आया",
            })
    void aTextSpeaksForItself(String language, String text) {
        assertThat(languages.detect(text, null)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "zh_cn, zh-Hans",
        "zh-TW, zh-Hant",
        "zh-Hant-HK, zh-Hant",
        "EN, en",
        "en_US, en-US",
        "jp, ja",
        "pt-br, pt-BR",
        "x y, und",
        "'', und",
        "zh, zh-Hans"
    })
    void aDeclaredTagIsPutInBcp47sSpelling(String declared, String tag) {
        assertThat(languages.detect("", declared)).isEqualTo(tag);
    }

    @Test
    void theDeclaredTagDecidesUnlessTheScriptIsPlainlyAnothers() {
        assertThat(languages.detect("Vydano", "cs")).isEqualTo("cs");
        assertThat(languages.detect("這座燈塔在黑暗十九年後重新點亮", "zh")).isEqualTo("zh-Hant");
        assertThat(languages.detect("这座灯塔在黑暗十九年后重新点亮，全村人都来观看。", "en")).isEqualTo("zh-Hans");
        assertThat(languages.detect("The lighthouse was lit again and the whole village came.", "zh"))
                .isEqualTo("zh-Hans");
    }

    @Test
    void addressesAndChecksumsDoNotCount() {
        assertThat(languages.detect(
                        "下载地址：https://cache.example.org/pub/some/very/long/path/to/an/archive-of-it-2.3.4.tar.bz2 "
                                + "SHA256: aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899",
                        null))
                .isEqualTo("zh-Hans");
    }
}
