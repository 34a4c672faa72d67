package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.posts.ReaderLanguage;

class WordingTest {

    private static final Pattern SAID = Pattern.compile("say\\(['\"]([a-z]+\\.[a-zA-Z]+)['\"]");

    private final Wording zh = Wording.of(ReaderLanguage.ZH, null);
    private final Wording en = Wording.of(ReaderLanguage.EN, null);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(zh.keys()).isEqualTo(en.keys());
    }

    @Test
    void everyPhraseThatTemplatesAndCodeSayExistsAndEveryPhraseIsSaid() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher say = SAID.matcher(Files.readString(file));
                while (say.find()) said.add(say.group(1));
            }
        }
        // Said by a key that the code passes on.
        said.addAll(Set.of("web.archive", "web.tags", "web.search", "web.preferences", "web.subscribe"));
        assertThat(said).isEqualTo(zh.keys());
    }

    @Test
    void countsAgreeWithTheirNouns() {
        assertThat(en.say("digest.counts", 1, 1, 1)).isEqualTo("1 post · 1 topic · 1-minute read");
        assertThat(en.say("digest.counts", 42, 6, 9)).isEqualTo("42 posts · 6 topics · 9-minute read");
        assertThat(zh.say("digest.counts", 42, 6, 9)).isEqualTo("42 篇 · 6 话题 · 约 9 分钟");
    }

    @Test
    void argumentsAreDataNotMessages() {
        assertThat(zh.say("web.notFound", "{0} '{1}'")).contains("「{0} '{1}'」");
    }

    @Test
    void aPhraseThatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> zh.say("no.such"))
                .hasMessageContaining("no.such")
                .hasMessageContaining("zh");
    }

    @Test
    void anOperatorReplacesSinglePhrases(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("wording_zh.properties"), "digest.other=杂项\n", StandardCharsets.UTF_8);
        Wording own = Wording.of(ReaderLanguage.ZH, folder);
        assertThat(own.say("digest.other")).isEqualTo("杂项");
        assertThat(own.say("digest.nothing")).isEqualTo(zh.say("digest.nothing"));
    }

    @Test
    void anOperatorsMistakeIsNamedWithFileAndKey(@TempDir Path folder) throws IOException {
        Map<String, String> mistakes =
                new TreeMap<>(Map.of("digest.othr=x", "digest.othr", "digest.more={0", "digest.more"));
        for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
            Files.writeString(folder.resolve("wording_en.properties"), mistake.getKey(), StandardCharsets.UTF_8);
            assertThatThrownBy(() -> Wording.of(ReaderLanguage.EN, folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("wording_en.properties")
                    .hasMessageContaining(mistake.getValue());
        }
    }
}
