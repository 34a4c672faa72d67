package org.postbag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postbag.bot.delivery.ModelDouble;

/** What a preview's JSON says about each story. */
class PreviewJsonTest extends CommandTest {
    private static final String TEXT = "老港大桥经过两年维修，周五上午重新向行人开放。首日有一万两千人走过桥面，秩序良好。"
            + "市政厅说，桥墩加固用了三千吨钢材，汽车要到明年春天才能通行。沿岸的商户盼着游客回来，渡轮仍然照常行驶。"
            + "桥头的小广场上摆出了老照片展览，许多老人带着孩子来看。";
    private static final String BRIEF = "老港大桥周五上午重新向行人开放，汽车要到明年春天才能通行。";

    @Test
    @DisplayName("each story says why it stands there, whether it is an update, and whether a model wrote its summary")
    void reasons() throws IOException {
        Files.createDirectories(folder.resolve("_posts"));
        Files.writeString(
                folder.resolve("_posts/2026-11-20-bridge.md"),
                "---\ntitle: 老港大桥重新开放\ndate: 2026-11-20T08:00:00Z\ntags: [城市]\n---\n" + TEXT + "\n");
        Files.writeString(
                folder.resolve("_posts/2026-11-20-short.md"),
                "---\ntitle: 米酒作坊换上陶缸\ndate: 2026-11-20T07:00:00Z\ntags: [城市]\n---\n酿出的米酒更香。\n");
        try (ModelDouble model = new ModelDouble()) {
            model.says(BRIEF, BRIEF);
            Files.writeString(
                    folder.resolve("postbag.yaml"),
                    """
                    sources: [{ id: mine, jekyll: ./_posts, weight: 3 }]
                    digest: { summary: llm }
                    summary: { llm: { url: "%s", model: m } }
                    """
                            .formatted(model.address()));
            assertThat(run("collect")).isZero();
            assertThat(run("digest", "preview", "--channel", "json")).isZero();
            JsonNode stories = json().path("sections").get(0).path("stories");
            assertThat(stories).hasSize(2);
            JsonNode bridge = stories.get(0);
            assertThat(bridge.path("reason").asText()).contains("1 source", "2 h old", "source weight 3");
            assertThat(bridge.path("summary").asText()).isEqualTo(BRIEF);
            assertThat(bridge.path("generated").asBoolean()).isTrue();
            assertThat(bridge.path("update").asBoolean()).isFalse();
            assertThat(stories.get(1).path("generated").asBoolean())
                    .as("nothing to generate for a line")
                    .isFalse();
            assertThat(model.asked()).isEqualTo(1);
        }
    }
}
