package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Command.Audience;
import org.postbag.subscriptions.Change;

/** Every mail a reader can get, in both languages, is sound for other programs and says everything twice. */
class EveryMailTest {
    private static final Pattern SECRET = Pattern.compile("/(?:confirm|preferences|unsubscribe)/([\\w.-]{20,})");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Set<String> secrets = new TreeSet<>();
    private PrintStream err;

    @BeforeEach
    void listen() {
        err = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void nothingIsToldToTheLog() {
        System.setErr(err);
        secrets.add("secret");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .doesNotContain("@example.", MailBench.PASSWORD, "PRIVATE KEY")
                .doesNotContain(secrets.toArray(String[]::new));
    }

    private void remember(CheckedMail mail) {
        Matcher found = SECRET.matcher(mail.text());
        while (found.find()) secrets.add(found.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("questions, digest, articles, answers to every command, goodbye")
    void everyKind(String lang) {
        try (MailBench bench = new MailBench(lang).withPosts()) {
            Map<String, CheckedMail> all = EveryKindOfMail.of(bench, lang.equals("zh"));
            all.values().forEach(this::remember);
            CheckedMail digest = all.get("digest");
            assertThat(digest.header("List-Id")).endsWith("<postbag.example.org>");
            assertThat(digest.header("List-Unsubscribe"))
                    .matches("<https://news\\.example\\.org/unsubscribe/\\S+>,\\s+<mailto:news@example\\.org\\?\\S+>");
            assertThat(digest.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(digest.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(digest.header("Precedence")).isEqualTo("bulk");
            assertThat(digest.header("Feedback-ID")).isEqualTo("digest:" + lang + ":postbag:example.org");
            for (String question : List.of("confirmation", "link question"))
                assertThat(all.get(question).header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(secrets).hasSizeGreaterThan(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("the reader above leaves no command out")
    void nothingLeftOut(boolean chinese) {
        try (MailBench bench = new MailBench("zh")) {
            Set<String> asked = new TreeSet<>(EveryKindOfMail.words(chinese));
            asked.add(chinese ? "退订" : "stop");
            asked.add(chinese ? "开始" : "start");
            assertThat(asked)
                    .containsAll(bench.bot.application().commandList().all().stream()
                            .filter(c -> c.audience() == Audience.READERS || c.audience() == Audience.EMAIL)
                            .filter(c -> !c.name().equals("email"))
                            .map(chinese ? Command::chinese : Command::name)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    @DisplayName("digests of one item and of a hundred, with pictures, from titles made to hurt")
    void digests(String lang) {
        Random random = new Random(5);
        try (MailBench bench = new MailBench(lang)) {
            bench.bot.application().subscriptions().add(MailBench.READER, Change.none(), true);
            bench.bot.post("one", "只有一条", "科技", "今天只有这一条新闻。");
            bench.bot.clock().advance(Duration.ofHours(-22));
            assertThat(digest(bench).text()).contains("只有一条");
            EveryKindOfMail.hundredPosts(bench);
            CheckedMail many = digest(bench);
            assertThat(many.text()).contains("第 100 条新闻", "第 37 条新闻");
            assertThat(many.text().getBytes(StandardCharsets.UTF_8).length
                            + many.html().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(90_000);
            List<String> hostile = List.of(
                    "你好\\r\\nBcc: other@example.net\\r\\n\\r\\n<b>正文</b>",
                    "\\u202Egnp.exe \\u2066hidden\\u2069",
                    "<script>alert(1)</script>&lt;img src=x onerror=alert(1)&gt;",
                    "=?UTF-8?B?5Y+R?= =?x?Q?=0D=0ABcc:_a?=",
                    "a\\u0000b\\u0007c\\uFEFFd\\u2028e",
                    "--=_digest",
                    ".",
                    "\\uD83D\\uDE00".repeat(200),
                    "长".repeat(10_000),
                    "x".repeat(10_000));
            for (int i = 0; i < hostile.size(); i++) {
                bench.bot.post(
                        "bad" + i,
                        hostile.get(i),
                        "坏",
                        EveryKindOfMail.words(random, 50) + i + "\n\n.\n\n--=_digest." + i + "--\n\nFrom here");
                CheckedMail digest = digest(bench);
                assertThat(digest.all("Bcc")).isEmpty();
                assertThat(digest.subject().codePointCount(0, digest.subject().length()))
                        .isLessThanOrEqualTo(200);
                assertThat(digest.html()).doesNotContain("<script", "<img src=x");
            }
        }
    }

    /** Tomorrow's. */
    private CheckedMail digest(MailBench bench) {
        bench.bot.collect();
        bench.bot.clock().advance(Duration.ofHours(24));
        bench.pass();
        List<CheckedMail> sent = bench.sent();
        assertThat(sent).hasSize(1);
        remember(sent.get(0));
        return sent.get(0);
    }
}
