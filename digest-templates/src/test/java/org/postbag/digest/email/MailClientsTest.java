package org.postbag.digest.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of mail before two judges that are not ours: html-validate and the data of caniemail.com. {@link MailMarkupTest}
 * is the part that needs no node. The judges are in the folder that the system property {@code mail.tools} or the variable
 * POSTBAG_MAIL_TOOLS names, or {@code .ci/tools/node_modules}.
 */
class MailClientsTest {

    @TempDir
    Path folder;

    @Test
    void everyMailIsValidHtmlAndUsesNothingThatMostClientsDoNotShow() throws Exception {
        Path modules = modules();
        assumeTrue(
                Files.isDirectory(modules.resolve("html-validate")) && Files.isDirectory(modules.resolve("caniemail")),
                "SKIPPED, the mails were not checked for mail clients: no html-validate and caniemail in " + modules
                        + "; install them with: npm ci --prefix .ci/tools");
        List<String> command = new ArrayList<>(List.of("node", checker(modules).toString()));
        for (Map.Entry<String, EmailBody> mail : MailSamples.all().entrySet())
            command.add(Files.writeString(
                            folder.resolve(mail.getKey() + ".html"),
                            mail.getValue().html())
                    .toString());
        Path report = folder.resolve("report.json");
        Path errors = folder.resolve("errors.txt");
        Process node = new ProcessBuilder(command)
                .redirectOutput(report.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(node.waitFor()).as(Files.readString(errors)).isZero();
        JsonNode found = new JsonMapper().readTree(report.toFile());
        assertThat(found.get("problems"))
                .extracting(p -> Path.of(p.get("file").asText()).getFileName() + ":" + p.get("line") + " "
                        + p.get("rule").asText() + ": " + p.get("message").asText())
                .isEmpty();
        assertThat(found.get("features")).hasSizeGreaterThan(30);
        assertThat(found.get("features").findValuesAsText("progressive")).hasSize(2);
    }

    private static Path modules() {
        String set = System.getProperty("mail.tools", System.getenv().getOrDefault("POSTBAG_MAIL_TOOLS", ""));
        if (!set.isEmpty()) return Path.of(set).toAbsolutePath();
        return tools().resolve("node_modules");
    }

    /** The checking script finds its packages beside itself, so it is copied there where they are elsewhere. */
    private static Path checker(Path modules) throws Exception {
        Path own = tools();
        if (own.resolve("node_modules").equals(modules)) return own.resolve("check-mails.mjs");
        for (String script : List.of("check-mails.mjs", "mail-features.mjs"))
            Files.writeString(modules.resolveSibling(script), Files.readString(own.resolve(script)));
        return modules.resolveSibling("check-mails.mjs");
    }

    private static Path tools() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve(".ci"))
                ? here.resolve(".ci/tools")
                : here.resolveSibling(".ci").resolve("tools");
    }
}
