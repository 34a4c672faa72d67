package org.postbag.bot.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.bot.config.LiveOption;
import org.postbag.bot.store.Options;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Status;

/** Options over the configuration's. */
class SetOptionCommandTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("what is set holds at once and after a restart, until it is reset")
    void holds(Engine engine) {
        try (Office office = new Office(engine)) {
            assertThat(office.said("/set_option")).contains("access = approval (configuration)", "digest.expire = 20h");
            assertThat(office.said("/set_option access open"))
                    .contains("access is open now", "configuration says approval");
            assertThat(office.options.access()).isEqualTo(Access.OPEN);
            assertThat(office.join("telegram:5").status()).isEqualTo(Status.ACTIVE);
            assertThat(new Options(office.db).all()).containsEntry("access", "open");
            office.said("/set_option digest.max=7");
            office.said("/set_option digest.per_tag 2");
            office.said("/set_option digest.empty 发送");
            office.said("/set_option digest.expire 90m");
            office.said("/set_option name Evening  Post");
            assertThat(office.options.rules()).satisfies(rules -> {
                assertThat(rules.max()).isEqualTo(7);
                assertThat(rules.perTag()).isEqualTo(2);
                assertThat(rules.sendEmpty()).isTrue();
                assertThat(rules.expire()).isEqualTo(Duration.ofMinutes(90));
                assertThat(rules.name()).isEqualTo("Evening  Post");
                assertThat(rules.attempts()).isEqualTo(5);
            });
            assertThat(office.buttons("/set_option access"))
                    .containsExactly(
                            "set_option access open",
                            "set_option access approval",
                            "set_option access closed",
                            "set_option access default",
                            "set_option");
            assertThat(office.said("/set_option access default")).contains("follows the configuration");
            assertThat(office.said("/set_option access default")).as("repeated").contains("follows");
            assertThat(office.options.access()).isEqualTo(Access.APPROVAL);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("another process's change is seen a second later, and a value that is none does no harm")
    void fromElsewhere(Engine engine) {
        try (Office office = new Office(engine)) {
            assertThat(office.options.access()).isEqualTo(Access.APPROVAL);
            Options elsewhere = new Options(office.db);
            elsewhere.set("access", "closed");
            elsewhere.set("digest.max", "lots");
            elsewhere.set("of.a.later.version", "x");
            office.clock.advance(Duration.ofSeconds(1));
            assertThat(office.options.access()).isEqualTo(Access.CLOSED);
            assertThat(office.options.rules().max()).isEqualTo(30);
            assertThat(elsewhere.reset("access")).isTrue();
            assertThat(elsewhere.reset("access")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = "SQLITE")
    @DisplayName("wrong names and values are answered with the nearest right one")
    void wrong(Engine engine) {
        try (Office office = new Office(engine)) {
            assertThat(office.buttons("/set_option acess")).containsExactly("set_option access");
            assertThat(office.buttons("/set_option max 3")).containsExactly("set_option digest.max");
            assertThat(office.buttons("/set_option access opne")).containsExactly("set_option access open");
            assertThat(office.said("/set_option colour")).contains("no option “colour”", "digest.per-tag");
            for (LiveOption option : LiveOption.values())
                for (String value : List.of("-1", "1e9", "x".repeat(70), "99999999999"))
                    if (option != LiveOption.NAME || value.length() > 64)
                        assertThat(office.said("/set_option " + option.key() + " " + value))
                                .as("%s %s", option, value)
                                .contains("cannot be");
            assertThat(new Options(office.db).all()).isEmpty();
            office.lang = ReaderLanguage.ZH;
            assertThat(office.said("选项 access 开放")).contains("access 现在是 open");
            office.said("选项　name　晨报（上海）");
            assertThat(office.options.rules().name()).isEqualTo("晨报（上海）");
            assertThat(office.said("选项 name 默认")).contains("已恢复");
            assertThat(office.said("选项 access 默认")).contains("已恢复");
        }
    }
}
