package org.postbag.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;

class TemplatesTest {

    @TempDir
    Path folder;

    private final Digest digest = SamplePosts.digest(ReaderLanguage.ZH, Length.SHORT);

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(folder.resolve("telegram"));
    }

    @Test
    void anOperatorsTemplateWinsOverTheBuiltInOne() throws IOException {
        Files.writeString(folder.resolve("telegram/section.peb"), "<b>★ {{ tag }}</b>");
        TelegramRenderer renderer = new TelegramRenderer(new Templates(folder));
        String page = renderer.render(digest, renderer.paginate(digest)).get(0);
        assertThat(page).contains("<b>★ 科研</b>").contains("<b>晨报</b>");
    }

    @Test
    void aTemplateThatDoesNotCompileIsFoundAtOnceWithFileAndLine() throws IOException {
        Path broken = folder.resolve("telegram/item.peb");
        Files.writeString(broken, "{{ number }}\n\n{% if item.url %}\n{{ item.title }}\n");
        assertThatThrownBy(() -> new TelegramRenderer(new Templates(folder)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(broken.toString())
                .hasMessageMatching("(?s).*, line \\d+: .*")
                .hasMessageContaining("delete the file");
    }

    @Test
    void aTemplateThatAsksForWhatIsNotThereIsNamedWithFileAndLine() throws IOException {
        Path broken = folder.resolve("telegram/item.peb");
        Files.writeString(broken, "{{ number }}.\n{{ item.headline }}\n");
        TelegramRenderer renderer = new TelegramRenderer(new Templates(folder));
        assertThatThrownBy(() -> renderer.paginate(digest))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(broken + ", line 2")
                .hasMessageContaining("headline");
    }

    @Test
    void aFolderThatIsNotThereMeansTheBuiltInTemplates() {
        TelegramRenderer renderer = new TelegramRenderer(new Templates(folder.resolve("absent")));
        assertThat(renderer.paginate(digest)).hasSize(1);
    }
}
